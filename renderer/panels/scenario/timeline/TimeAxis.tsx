// The axis of the timeline with its cursor: the time at which something is added; and what lies behind all lanes.
import type { KeyboardEvent } from 'react';
import { t } from '../../../texts.ts';
import { draggedTime, useTimeline } from './context.ts';
import { arrowSteps, startDrag } from './drag.ts';
import { axisTimes, snapped, timeText } from './time-scale.ts';

/** So much room a time takes; nearer to the right end it stands before its place. */
const ROOM = 48;

interface AxisProps {
  readonly cursorS: number;
  readonly onCursor: (seconds: number) => void;
}

export function TimeAxis({ cursorS, onCursor }: AxisProps) {
  const { scale, say } = useTimeline();
  const put = (seconds: number): void => {
    const time = Math.min(Math.max(0, seconds), scale.durationS);
    onCursor(time);
    say(t('scenario.addAt', { time: timeText(time) }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = arrowSteps(event);
    if (!steps) return;
    event.preventDefault();
    event.stopPropagation();
    put(snapped(cursorS + (steps[0] + steps[1]) * scale.stepS, scale.stepS));
  };
  return (
    <div
      className="timeline-axis"
      onPointerDown={(event) => {
        const { left } = event.currentTarget.getBoundingClientRect();
        put(snapped(scale.seconds(event.clientX - left), scale.stepS));
      }}
    >
      {axisTimes(scale).map((seconds) => (
        <span
          key={seconds}
          className={scale.x(seconds) > scale.width - ROOM ? 'timeline-time timeline-time-last' : 'timeline-time'}
          style={{ left: scale.x(seconds) }}
          aria-hidden="true"
        >
          {timeText(seconds)}
        </span>
      ))}
      <span
        className="timeline-cursor"
        style={{ left: scale.x(cursorS) }}
        role="slider"
        tabIndex={0}
        aria-label={t('scenario.cursor')}
        aria-valuemin={0}
        aria-valuemax={scale.durationS}
        aria-valuenow={cursorS}
        aria-valuetext={timeText(cursorS)}
        onKeyDown={onKeyDown}
        onPointerDown={(event) =>
          startDrag(event, { move: ({ dx, isFree }) => put(draggedTime(cursorS, dx, scale, isFree)) })
        }
      />
    </div>
  );
}

/** The warm-up, which is left out of the figures, the lines of the axis, and the cursor's. */
export function Shades({ cursorS }: { cursorS: number }) {
  const { scenario, scale } = useTimeline();
  const warmupS = typeof scenario.warmupS === 'number' ? scenario.warmupS : 0;
  return (
    <div className="timeline-shades" aria-hidden="true">
      {warmupS > 0 && (
        <span className="timeline-warmup" style={{ width: scale.x(Math.min(warmupS, scale.durationS)) }}>
          <span>{t('scenario.warmup')}</span>
        </span>
      )}
      {axisTimes(scale).map((seconds) => (
        <span key={seconds} className="timeline-grid" style={{ left: scale.x(seconds) }} />
      ))}
      <span className="timeline-cursor-line" style={{ left: scale.x(cursorS) }} />
    </div>
  );
}
