// The bar of a replay below the canvas: play and pause, the speed, a scrubber over what was done to the run, and the moment
// in figures.
import { Pause, Play, X } from 'lucide-react';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { nameOf } from '../../src/model/graph.ts';
import { bandsOf } from '../../src/report/bands.ts';
import { reportWords } from '../panels/results/words.ts';
import {
  endReplay,
  passReplay,
  seekReplay,
  setReplaySpeed,
  toggleReplay,
  useReplay,
  type Replay,
} from '../state/replay.ts';
import { panelsStore } from '../state/panels.ts';
import { IconButton } from '../theme/Button.tsx';
import { formatWhole } from '../theme/format.ts';
import { Select } from '../theme/Select.tsx';
import { calmIntervalMs, speedsFor } from './clock.ts';
import { momentOf } from './frames.ts';
import { isMotionReduced } from './motion.ts';
import './replay.css';
import { t } from '../texts.ts';

/** Moves the replay on, once a frame, or where motion is not wanted from step to step. */
function usePlaying({ isPlaying, speed, span }: Replay): void {
  useEffect(() => {
    if (!isPlaying) return undefined;
    if (isMotionReduced()) {
      const intervalMs = calmIntervalMs(speed, span);
      const timer = setInterval(() => passReplay(intervalMs), intervalMs);
      return () => clearInterval(timer);
    }
    let before = performance.now();
    let frame = requestAnimationFrame(function next(nowMs) {
      // A frame may carry a time from just before the effect.
      passReplay(Math.max(0, nowMs - before));
      before = nowMs;
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, speed, span]);
}

/** Escape ends the replay from the canvas too, but not where something else is to hear it first. */
function useEscape(): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || panelsStore.getState().dialog !== null) return;
      const { target } = event;
      const isHere = target === document.body || (target instanceof Element && target.closest('.app-canvas') !== null);
      if (isHere && !(target instanceof HTMLInputElement && target.type !== 'range')) endReplay();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** The focus goes to the bar, and back to where it was when the bar goes. */
function useFocus(): React.RefObject<HTMLButtonElement | null> {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    first.current?.focus();
    return () => {
      const isLost = document.activeElement === document.body || document.activeElement?.closest('.replay');
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return first;
}

function useMoment({ run, step }: Replay): { readonly shown: string; readonly spoken: string } {
  return useMemo(() => {
    const { throughput, p95, errors, busiest } = momentOf(run.result, step);
    const component = run.design.components.find(({ id }) => id === busiest?.id);
    const name = component ? nameOf(component) : (busiest?.id ?? '');
    const failing = errors === null ? [] : [t('replay.failed', { share: errors })];
    const busy = busiest === null ? [] : [`${name} ${busiest.share}`];
    return {
      shown: [throughput, `p95 ${p95}`, ...failing, ...busy].join(' · '),
      spoken: [throughput, `p95 ${p95}`, ...failing, ...busy.map((text) => t('replay.busiest', { what: text }))].join(
        ', ',
      ),
    };
  }, [run, step]);
}

function seconds(timeS: number): string {
  return formatWhole(timeS);
}

const PAGE = 10;

function Scrubber({ replay, spoken }: { readonly replay: Replay; readonly spoken: string }) {
  const { run, span, timeS, step } = replay;
  const { fromS, endS, stepS } = span;
  const bands = useMemo(() => bandsOf(run, reportWords()), [run]);
  const place = (atS: number): string => `${(100 * (atS - fromS)) / (endS - fromS)}%`;
  const by: Readonly<Record<string, number>> = {
    ArrowRight: stepS,
    ArrowUp: stepS,
    ArrowLeft: -stepS,
    ArrowDown: -stepS,
    PageUp: PAGE * stepS,
    PageDown: -PAGE * stepS,
  };
  const onKey = (event: KeyboardEvent): void => {
    const move = by[event.key];
    if (move === undefined) return;
    event.preventDefault();
    // From the start of the step, so that each press is a step further.
    seekReplay(fromS + step * stepS + move);
  };
  return (
    <div className="replay-track">
      <div className="replay-rail" aria-hidden="true">
        {run.result.warmupS > fromS && (
          <span
            className="replay-warmup"
            style={{ width: place(Math.min(endS, run.result.warmupS)) }}
            title={t('replay.warmup')}
          />
        )}
        {bands.map((band) => (
          <span
            key={`${band.kind} ${band.label} ${band.fromS}`}
            className={`replay-band replay-band-${band.kind}`}
            style={{ left: place(band.fromS), right: `calc(100% - ${place(band.toS)})` }}
          />
        ))}
        <span className="replay-done" style={{ width: place(timeS) }} />
      </div>
      <input
        type="range"
        className="replay-scrubber"
        aria-label={t('replay.time')}
        aria-valuetext={t('replay.position', { now: seconds(timeS), end: seconds(endS), spoken })}
        min={fromS}
        max={endS}
        step="any"
        value={timeS}
        onChange={(event) => seekReplay(event.target.valueAsNumber)}
        onKeyDown={onKey}
      />
    </div>
  );
}

/** What is done to the run at this moment, in words. */
function Doing({ replay }: { readonly replay: Replay }) {
  const { run, timeS, span } = replay;
  const bands = useMemo(() => bandsOf(run, reportWords()), [run]);
  const now = bands.filter(({ fromS, toS }) => timeS >= fromS && timeS < toS);
  const kinds = now.some(({ kind }) => kind === 'fault') ? 'fault' : 'rollout';
  if (now.length > 0)
    return <span className={`replay-doing replay-doing-${kinds}`}>{now.map(({ label }) => label).join(', ')}</span>;
  return timeS < Math.min(run.result.warmupS, span.endS) ? (
    <span className="replay-doing">{t('replay.duringWarmup')}</span>
  ) : null;
}

function Bar({ replay }: { readonly replay: Replay }) {
  const { isPlaying, speed, span, timeS } = replay;
  usePlaying(replay);
  useEscape();
  const first = useFocus();
  const { shown, spoken } = useMoment(replay);
  const onKey = (event: KeyboardEvent): void => {
    const isControl = event.target instanceof HTMLButtonElement || event.target instanceof HTMLSelectElement;
    if (event.key !== ' ' || isControl) return;
    event.preventDefault();
    toggleReplay();
  };
  return (
    <section className="replay" aria-label={t('replay.name')} onKeyDown={onKey}>
      <IconButton
        ref={first}
        icon={isPlaying ? Pause : Play}
        label={t(isPlaying ? 'replay.pause' : 'replay.play')}
        keys="Space"
        look="plain"
        onClick={toggleReplay}
      />
      <Select
        label={t('replay.speed')}
        className="replay-speed"
        title={t('replay.speedHelp')}
        value={String(speed)}
        choices={speedsFor(span).map((value) => ({ value: String(value), label: `${value}×` }))}
        onChoose={(value) => setReplaySpeed(Number(value))}
      />
      <Scrubber replay={replay} spoken={spoken} />
      <span className="replay-time">
        {seconds(timeS)} s <span className="replay-end">{t('replay.of', { end: seconds(span.endS) })}</span>
      </span>
      <span className="replay-moment" title={shown}>
        <Doing replay={replay} />
        {shown}
      </span>
      <IconButton icon={X} label={t('replay.leave')} keys="Esc" onClick={endReplay} />
    </section>
  );
}

export function ReplayBar() {
  const replay = useReplay((state) => state);
  return replay && <Bar key={replay.run.id} replay={replay} />;
}
