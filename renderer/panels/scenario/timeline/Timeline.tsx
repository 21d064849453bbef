// The time of a scenario as a person thinks of it: what arrives, what goes wrong and what is brought out, on one axis.
import { Maximize2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useDocument } from '../../../state/document.ts';
import { openDialog } from '../../../state/panels.ts';
import { scenarioAtHand } from '../../../state/selectors.ts';
import { t } from '../../../texts.ts';
import { AddMenu } from './AddMenu.tsx';
import { ArrivalLanes } from './ArrivalLanes.tsx';
import { TimelineContext, type TimelineValue } from './context.ts';
import { FaultLanes } from './FaultLanes.tsx';
import type { Item } from './moves.ts';
import { RolloutLanes } from './RolloutLanes.tsx';
import { TimeAxis, Shades } from './TimeAxis.tsx';
import { snapped, timeScale } from './time-scale.ts';
import './timeline.css';

interface TimelineProps {
  readonly scenarioId: string;
  readonly isLarge?: boolean;
  readonly selected?: Item | null;
  readonly onOpen: (item: Item) => void;
}

/** The width of the lanes in points, followed as the panel is resized. */
function useWidth(): readonly [number, (element: HTMLElement | null) => void] {
  const [width, setWidth] = useState(0);
  const observer = useRef<ResizeObserver | null>(null);
  const follow = useMemo(
    () => (element: HTMLElement | null) => {
      observer.current?.disconnect();
      if (!element) return;
      observer.current = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
      observer.current.observe(element);
    },
    [],
  );
  useEffect(() => () => observer.current?.disconnect(), []);
  return [width, follow];
}

export function Timeline({ scenarioId, isLarge = false, selected = null, onOpen }: TimelineProps) {
  const scenario = useDocument(({ design }) => scenarioAtHand(design, scenarioId));
  const [width, follow] = useWidth();
  const [said, setSaid] = useState('');
  const [wanted, setWanted] = useState<number | null>(null);
  const durationS = scenario?.durationS ?? 1;
  const scale = useMemo(() => timeScale(durationS, width), [durationS, width]);
  if (!scenario) return null;
  const cursorS = Math.min(wanted ?? snapped(durationS / 2, scale.stepS), durationS);
  const value: TimelineValue = { scenario, scale, isLarge, selected, open: onOpen, say: setSaid };
  return (
    <TimelineContext value={value}>
      <div
        className={isLarge ? 'timeline timeline-large' : 'timeline'}
        role="group"
        aria-label={t('scenario.timeline')}
      >
        <div className="timeline-head">
          <AddMenu seconds={cursorS} />
          <output className="timeline-said" aria-live="polite">
            {said}
          </output>
          {!isLarge && (
            <button
              type="button"
              className="field-button field-icon-button"
              aria-label={t('scenario.openLarge')}
              title={t('scenario.openLarge')}
              onClick={() => openDialog({ kind: 'timeline' })}
            >
              <Maximize2 size={13} aria-hidden="true" />
            </button>
          )}
        </div>
        <div className="timeline-lanes" ref={follow}>
          {width > 0 && (
            <>
              <TimeAxis cursorS={cursorS} onCursor={setWanted} />
              <Shades cursorS={cursorS} />
              <ArrivalLanes />
              <FaultLanes />
              <RolloutLanes />
            </>
          )}
        </div>
        {isLarge && <p className="timeline-hint">{t('scenario.timelineHint')}</p>}
      </div>
    </TimelineContext>
  );
}
