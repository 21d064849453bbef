// The icons of the kinds by the names that the catalogue gives them; only these are bundled.
import {
  Archive,
  BellRing,
  BookMarked,
  Box,
  CalendarClock,
  ChartLine,
  Cloud,
  Component,
  Database,
  DoorOpen,
  FileJson,
  Globe,
  Hammer,
  Inbox,
  KeyRound,
  Megaphone,
  Monitor,
  Route,
  ScrollText,
  Search,
  SlidersHorizontal,
  Smartphone,
  Split,
  SquareFunction,
  Terminal,
  Waves,
  Zap,
  CircleQuestionMark,
  type LucideIcon,
} from 'lucide-react';
import { kindByKey } from '../../src/catalogue/index.ts';

export const icons: Readonly<Record<string, LucideIcon>> = {
  archive: Archive,
  'bell-ring': BellRing,
  'book-marked': BookMarked,
  box: Box,
  'calendar-clock': CalendarClock,
  'chart-line': ChartLine,
  cloud: Cloud,
  component: Component,
  database: Database,
  'door-open': DoorOpen,
  'file-json': FileJson,
  globe: Globe,
  hammer: Hammer,
  inbox: Inbox,
  'key-round': KeyRound,
  megaphone: Megaphone,
  monitor: Monitor,
  route: Route,
  'scroll-text': ScrollText,
  search: Search,
  'sliders-horizontal': SlidersHorizontal,
  smartphone: Smartphone,
  split: Split,
  'square-function': SquareFunction,
  terminal: Terminal,
  waves: Waves,
  zap: Zap,
};

interface KindIconProps {
  readonly kind: string;
  readonly size?: number;
}

/** Decorative: the kind's title always stands beside it. */
export function KindIcon({ kind, size = 16 }: KindIconProps) {
  const Icon = icons[kindByKey(kind)?.look.icon ?? ''] ?? CircleQuestionMark;
  return <Icon size={size} aria-hidden="true" />;
}
