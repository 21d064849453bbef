// Whether something holds, told by colour, icon and word.
import { CircleCheck, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';

interface VerdictProps {
  readonly isGood: boolean;
  readonly title?: string;
  readonly children: ReactNode;
}

export function Verdict({ isGood, title, children }: VerdictProps) {
  const Icon = isGood ? CircleCheck : CircleX;
  return (
    <span className={`verdict ${isGood ? 'verdict-good' : 'verdict-bad'}`} title={title}>
      <Icon size={13} aria-hidden="true" /> {children}
    </span>
  );
}
