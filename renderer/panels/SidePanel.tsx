// A panel beside the canvas that can be resized and folded; folded it is a strip with its name that unfolds it again.
import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Panel, usePanelRef } from 'react-resizable-panels';
import type { PanelName } from '../../src/commands/command.ts';
import { shownKeysOfId } from '../commands/command-texts.ts';
import { panelsStore, togglePanel, usePanels } from '../state/panels.ts';
import { currentLanguage, t } from '../texts.ts';
import { IconButton } from '../theme/Button.tsx';

type Side = 'left' | 'right' | 'bottom';

interface SidePanelProps {
  readonly panel: PanelName;
  readonly title: string;
  readonly side: Side;
  /** In pixels, unless a text says otherwise. */
  readonly size: number;
  readonly least: number;
  readonly most: number | string;
  readonly children: ReactNode;
}

const STRIP = 32;

const FOLD: Readonly<Record<Side, LucideIcon>> = { left: ChevronLeft, right: ChevronRight, bottom: ChevronDown };
const UNFOLD: Readonly<Record<Side, LucideIcon>> = { left: ChevronRight, right: ChevronLeft, bottom: ChevronUp };

/** German nouns keep their capital. */
function inSentence(title: string): string {
  return currentLanguage() === 'de' ? title : title.toLowerCase();
}

export function SidePanel({ panel, title, side, size, least, most, children }: SidePanelProps) {
  const isOpen = usePanels((state) => state[panel]);
  const handle = usePanelRef();
  const isFirst = useRef(true);

  // The store says what is open; the library says how large, and folds by dragging as well.
  useEffect(() => {
    const now = handle.current;
    if (!now || now.isCollapsed() !== isOpen) return;
    if (isOpen) {
      now.expand();
      if (now.getSize().inPixels <= STRIP + 1) now.resize(size);
    } else now.collapse();
  }, [handle, isOpen, size]);

  return (
    <Panel
      id={panel}
      panelRef={handle}
      className="side-outer"
      collapsible
      collapsedSize={STRIP}
      defaultSize={size}
      minSize={least}
      maxSize={most}
      groupResizeBehavior="preserve-pixel-size"
      onResize={({ inPixels }) => {
        if (isFirst.current) {
          isFirst.current = false;
          return;
        }
        const open = inPixels > STRIP + 1;
        if (panelsStore.getState()[panel] !== open) panelsStore.setState({ [panel]: open });
      }}
    >
      <aside className={`side side-${side} ${isOpen ? '' : 'side-folded'}`} aria-label={title}>
        {isOpen ? (
          <>
            {children}
            <IconButton
              className="side-fold"
              icon={FOLD[side]}
              label={t('shell.fold', { what: inSentence(title) })}
              keys={shownKeysOfId(`view.fold.${panel}`)}
              onClick={() => togglePanel(panel)}
            />
          </>
        ) : (
          <>
            <IconButton
              icon={UNFOLD[side]}
              label={t('shell.unfold', { what: inSentence(title) })}
              keys={shownKeysOfId(`view.fold.${panel}`)}
              onClick={() => togglePanel(panel)}
            />
            <span className="side-name">{title}</span>
          </>
        )}
      </aside>
    </Panel>
  );
}
