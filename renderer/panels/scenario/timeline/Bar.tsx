// A bar of a lane: dragged and pushed by the arrow keys, deleted by its key, opened by a click or Enter; with ends that
// can be dragged too.
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import { endMerge } from '../../../state/document.ts';
import { draggedTime, useTimeline } from './context.ts';
import { arrowSteps, startDrag } from './drag.ts';
import type { Item } from './moves.ts';
import { timeText } from './time-scale.ts';

/** Sets a time of the scenario; the key merges what belongs to one drag. */
export type SetTime = (seconds: number, mergeKey: string) => void;

interface BarProps {
  readonly item: Item;
  readonly fromS: number;
  readonly toS: number;
  /** What it is, with its times: the accessible name. */
  readonly name: string;
  readonly look: string;
  /** Null: it has no time of its own. */
  readonly onMove: SetTime | null;
  readonly onRemove: () => void;
  readonly children?: ReactNode;
}

/** A bar of no length can still be seen and held. */
const LEAST_WIDTH = 10;

function placed(x: number, width: number): CSSProperties {
  return { left: x, width: Math.max(width, LEAST_WIDTH) };
}

export function Bar({ item, fromS, toS, name, look, onMove, onRemove, children }: BarProps) {
  const { scale, selected, open } = useTimeline();
  const isSelected = selected?.list === item.list && selected.at === item.at;
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = arrowSteps(event);
    if (steps && steps[0] !== 0) onMove?.(fromS + steps[0] * scale.stepS, `timeline ${item.list} ${item.at}`);
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
    else if (event.key === 'Enter' || event.key === ' ') open(item);
    else if (!steps) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <button
      type="button"
      className={`timeline-bar timeline-bar-${look}`}
      style={placed(scale.x(fromS), scale.x(toS) - scale.x(fromS))}
      aria-label={name}
      aria-pressed={isSelected}
      title={name}
      data-timeline={`${item.list} ${item.at}`}
      onKeyDown={onKeyDown}
      onBlur={endMerge}
      onPointerDown={(event) =>
        startDrag(event, {
          move: ({ dx, isFree, mergeKey }) => onMove?.(draggedTime(fromS, dx, scale, isFree), mergeKey),
          click: () => open(item),
        })
      }
    >
      {children}
    </button>
  );
}

interface EndProps {
  readonly seconds: number;
  readonly name: string;
  readonly onMove: SetTime;
  readonly mergeKey: string;
}

/** An end of a bar or segment. */
export function End({ seconds, name, onMove, mergeKey }: EndProps) {
  const { scale } = useTimeline();
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = arrowSteps(event);
    if (!steps) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(seconds + (steps[0] + steps[1]) * scale.stepS, mergeKey);
  };
  return (
    <span
      className="timeline-end"
      style={{ left: scale.x(seconds) }}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={scale.durationS}
      aria-valuenow={seconds}
      aria-valuetext={timeText(seconds)}
      onKeyDown={onKeyDown}
      onBlur={endMerge}
      onPointerDown={(event) =>
        startDrag(event, {
          move: ({ dx, isFree, mergeKey: key }) => onMove(draggedTime(seconds, dx, scale, isFree), key),
        })
      }
    />
  );
}
