// The streams of arrivals, a lane each: the rate over time, and the handles by which it is drawn.
import { PencilLine } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import type { Arrival, Scenario } from '../../../../src/model/design.ts';
import { endMerge, useDocument } from '../../../state/document.ts';
import { t } from '../../../texts.ts';
import { formatNumber } from '../../../theme/format.ts';
import { changeProcess } from '../../fields/change-variant.ts';
import { namesToReferTo } from '../../fields/references.ts';
import { changeScenario, draggedTime, useTimeline } from './context.ts';
import { arrowSteps, startDrag } from './drag.ts';
import { Lane } from './Lane.tsx';
import { addPoint, movePoint, removeItem, removePoint, setRate } from './moves.ts';
import { rateCurve, rateHandles, type RateCurve, type RateHandle } from './rate-curve.ts';
import { rateStep, roundTop, snapped, timeText } from './time-scale.ts';

const ROOM = 8;

interface LaneScale {
  readonly height: number;
  /** The rate at the top of the lane. */
  readonly top: number;
}

function yOf(value: number, { height, top }: LaneScale): number {
  return height - (value / top) * (height - ROOM);
}

function CurvePicture({ curve, lane }: { curve: RateCurve; lane: LaneScale }) {
  const { scale } = useTimeline();
  const points = curve.line.map(([seconds, value]) => `${scale.x(seconds).toFixed(1)},${yOf(value, lane).toFixed(1)}`);
  const last = curve.line.at(-1)?.[0] ?? 0;
  return (
    <svg className="timeline-curve" width={scale.width} height={lane.height} aria-hidden="true">
      {points.length > 0 && (
        <>
          <polygon
            className="timeline-area"
            points={`0,${lane.height} ${points.join(' ')} ${scale.x(last)},${lane.height}`}
          />
          <polyline className="timeline-line" points={points.join(' ')} />
        </>
      )}
      {curve.ticks.map((seconds, at) => (
        <line
          key={at}
          className="timeline-tick"
          x1={scale.x(seconds)}
          x2={scale.x(seconds)}
          y1={ROOM}
          y2={lane.height}
        />
      ))}
    </svg>
  );
}

interface HandleProps {
  readonly handle: RateHandle;
  readonly arrival: Arrival;
  readonly at: number;
  readonly lane: LaneScale;
  readonly unit: RateCurve['unit'];
  readonly onDrag: (isDragged: boolean) => void;
  readonly onPoint: (at: number) => void;
}

function Handle({ handle, arrival, at, lane, unit, onDrag, onPoint }: HandleProps) {
  const { scenario, scale, say } = useTimeline();
  const step = unit === 'users' ? Math.max(1, rateStep(lane.top)) : rateStep(lane.top);
  const valueText =
    unit === 'users' ? t('scenario.users', { count: handle.value }) : `${formatNumber(handle.value, 6)} /s`;
  const name = handle.movesInTime
    ? t('scenario.point', { number: (handle.at ?? 0) + 1, time: timeText(handle.seconds), value: valueText })
    : t('scenario.rateIs', { value: valueText });

  const change = (label: string, recipe: (arrival: Arrival) => void, mergeKey: string | null): void =>
    changeScenario(scenario.id, label, (draft) => draft.arrivals[at] && recipe(draft.arrivals[at]), mergeKey);
  const put = (seconds: number, value: number, mergeKey: string): void => {
    const place = handle.at;
    if (handle.movesInTime && place !== null)
      change(t('scenario.stepDrawProfile'), (draft) => movePoint(draft, place, seconds, value), mergeKey);
    else change(t('scenario.stepDrawRate'), (draft) => setRate(draft, place, value), mergeKey);
    const shown =
      unit === 'users'
        ? t('scenario.users', { count: Math.round(value) })
        : `${formatNumber(Math.max(0, value), 6)} /s`;
    say(handle.movesInTime ? `${timeText(Math.max(0, seconds))}: ${shown}` : shown);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    onDrag(true);
    startDrag(event, {
      move: ({ dx, dy, isFree, mergeKey }) => {
        const value = handle.value - (dy / (lane.height - ROOM)) * lane.top;
        put(draggedTime(handle.seconds, dx, scale, isFree), snapped(value, isFree ? step / 100 : step), mergeKey);
      },
      end: () => onDrag(false),
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = arrowSteps(event);
    if (steps)
      put(handle.seconds + steps[0] * scale.stepS, handle.value + steps[1] * step, `timeline point ${at} ${handle.at}`);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && handle.movesInTime && handle.at !== null) {
      const place = handle.at;
      change(t('scenario.stepRemovePoint'), (draft) => removePoint(draft, place), null);
      onPoint(Math.max(0, place - 1));
    } else if ((event.key === '+' || event.key === 'Insert') && arrival.process === 'profile' && handle.at !== null) {
      const [nextS, nextRate] = arrival.points[handle.at + 1] ?? [handle.seconds + 20 * scale.stepS, handle.value];
      const middle = snapped((handle.seconds + nextS) / 2, scale.stepS);
      change(t('scenario.stepAddPoint'), (draft) => addPoint(draft, middle, (handle.value + nextRate) / 2), null);
      onPoint(handle.at + 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span
      className={handle.movesInTime ? 'timeline-point' : 'timeline-point timeline-level'}
      style={{
        left: scale.x(Math.min(handle.seconds, scale.durationS)),
        top: yOf(Math.min(handle.value, lane.top), lane),
      }}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuenow={handle.value}
      aria-valuetext={name}
      title={name}
      data-point={handle.at ?? 0}
      onKeyDown={onKeyDown}
      onBlur={endMerge}
      onPointerDown={onPointerDown}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}

function topOf(curve: RateCurve): number {
  return roundTop(Math.max(...curve.line.map(([, value]) => value), 0) * 1.1);
}

interface StreamProps {
  readonly arrival: Arrival;
  readonly at: number;
  readonly where: string;
}

function Stream({ arrival, at, where }: StreamProps) {
  const { scenario, scale, isLarge, open } = useTimeline();
  // The lane keeps its height while a point is dragged: nothing may move under the hand.
  const [heldTop, setHeldTop] = useState<number | null>(null);
  const track = useRef<HTMLDivElement>(null);
  const curve = rateCurve(arrival, scale.durationS);
  const lane = { height: isLarge ? 96 : 56, top: heldTop ?? topOf(curve) };
  const item = { list: 'arrivals', at } as const;

  const change = (label: string, recipe: (draft: Scenario) => void): void => changeScenario(scenario.id, label, recipe);
  const addAt = (event: MouseEvent<HTMLElement>): void => {
    if (arrival.process !== 'profile') return;
    const box = event.currentTarget.getBoundingClientRect();
    const seconds = snapped(scale.seconds(event.clientX - box.left), scale.stepS);
    const rate = (1 - (event.clientY - box.top - ROOM) / (lane.height - ROOM)) * lane.top;
    change(t('scenario.stepAddPoint'), (draft) => {
      const stream = draft.arrivals[at];
      if (stream) addPoint(stream, seconds, snapped(rate, rateStep(lane.top)));
    });
  };
  /** Once the points have been drawn anew. */
  const focusPoint = (point: number): void => {
    requestAnimationFrame(() => track.current?.querySelector<HTMLElement>(`[data-point="${point}"]`)?.focus());
  };
  const drawByHand = (): void =>
    change(t('scenario.stepDrawByHand'), (draft) => {
      const stream = draft.arrivals[at];
      if (stream) draft.arrivals[at] = changeProcess(stream, 'profile', draft.durationS);
    });
  const name = t('scenario.arrivalsAt', { where });
  return (
    <Lane
      name={arrival.class === undefined ? name : `${name} · ${arrival.class}`}
      height={lane.height}
      onDoubleClick={addAt}
      note={
        <span className="timeline-lane-note">
          {arrival.process !== 'profile' && arrival.process !== 'trace' && (
            <button type="button" className="timeline-small" onClick={drawByHand}>
              <PencilLine size={11} aria-hidden="true" /> {t('scenario.drawByHand')}
            </button>
          )}
          <button
            type="button"
            className="timeline-small"
            data-timeline={`arrivals ${at}`}
            aria-label={t('scenario.fieldsOf', { what: name })}
            onClick={() => open(item)}
            onKeyDown={(event) => {
              if (event.key !== 'Delete') return;
              change(t('scenario.stepRemoveArrivals'), (draft) => removeItem(draft, item));
            }}
          >
            {t(`scenario.processes.${arrival.process}.title`)}
          </button>
        </span>
      }
    >
      <div className="timeline-stream" ref={track}>
        <CurvePicture curve={curve} lane={lane} />
        {curve.line.length > 0 && (
          <span className="timeline-top" aria-hidden="true">
            {formatNumber(lane.top)} {curve.unit === 'users' ? '' : '/s'}
          </span>
        )}
        {rateHandles(arrival, scale.durationS).map((handle) => (
          <Handle
            key={handle.at ?? 'all'}
            handle={handle}
            arrival={arrival}
            at={at}
            lane={lane}
            unit={curve.unit}
            onDrag={(isDragged) => setHeldTop(isDragged ? lane.top : null)}
            onPoint={focusPoint}
          />
        ))}
      </div>
    </Lane>
  );
}

export function ArrivalLanes() {
  const { scenario } = useTimeline();
  const names = useDocument(({ design }) => namesToReferTo(design, 'component'));
  return scenario.arrivals.map((arrival, at) => (
    <Stream
      key={at}
      arrival={arrival}
      at={at}
      where={names.find(({ value }) => value === arrival.at)?.label ?? arrival.at}
    />
  ));
}
