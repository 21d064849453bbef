// A lane of the timeline: its name above, its bars beneath.
import type { MouseEvent, ReactNode } from 'react';

interface LaneProps {
  readonly name: string;
  /** What stands at the right of the name. */
  readonly note?: ReactNode;
  readonly height?: number;
  readonly onDoubleClick?: (event: MouseEvent<HTMLElement>) => void;
  readonly children: ReactNode;
}

export function Lane({ name, note, height = 24, onDoubleClick, children }: LaneProps) {
  return (
    <section className="timeline-lane" aria-label={name}>
      <div className="timeline-lane-head">
        <h4>{name}</h4>
        {note}
      </div>
      <div className="timeline-track" style={{ height }} onDoubleClick={onDoubleClick}>
        {children}
      </div>
    </section>
  );
}
