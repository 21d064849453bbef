// What every lane of the timeline needs: whose time it shows, at which scale, and how it is changed.
import { createContext, useContext } from 'react';
import type { Scenario } from '../../../../src/model/design.ts';
import { edit } from '../../../state/document.ts';
import { scenarioAtHand } from '../../../state/selectors.ts';
import type { Item } from './moves.ts';
import { snapped, type TimeScale } from './time-scale.ts';

export interface TimelineValue {
  readonly scenario: Scenario;
  readonly scale: TimeScale;
  readonly isLarge: boolean;
  readonly selected: Item | null;
  /** Opens the fields of a bar. */
  readonly open: (item: Item) => void;
  /** Says what a drag or key has made of it. */
  readonly say: (text: string) => void;
}

export const TimelineContext = createContext<TimelineValue | null>(null);

export function useTimeline(): TimelineValue {
  const value = useContext(TimelineContext);
  if (value === null) throw new Error('a lane stands outside of a timeline');
  return value;
}

/** One step of the history, merged with those of the same key. */
export function changeScenario(
  scenarioId: string,
  label: string,
  recipe: (scenario: Scenario) => void,
  mergeKey: string | null = null,
): void {
  edit(
    label,
    (draft) => {
      const scenario = scenarioAtHand(draft, scenarioId);
      if (scenario?.id === scenarioId) recipe(scenario);
    },
    mergeKey,
  );
}

/** A time after a drag of so many points: at a step, unless Alt is held. */
export function draggedTime(startS: number, dx: number, scale: TimeScale, isFree: boolean): number {
  const seconds = startS + scale.seconds(dx);
  return snapped(seconds, isFree ? scale.stepS / 100 : scale.stepS);
}
