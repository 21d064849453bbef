// An answer of the thread for estimates that follows the design: the last one stays in sight while the next is worked out.
import { useEffect, useState } from 'react';
import { isError } from '../../src/model/finding.ts';
import { differsOnlyInPlaces } from '../state/estimate.ts';
import type { Design } from '../../src/model/design.ts';
import { useDocument } from '../state/document.ts';
import { findingsOf, useScenarioId } from '../state/selectors.ts';
import { ask, giveUp } from './ask.ts';
import type { Answers, Topic } from './asked.ts';

/** After the last edit. */
const PAUSE_MS = 300;

interface Kept<T extends Topic> {
  readonly design: Design;
  readonly scenario: string;
  readonly answer: Answers[T] | null;
}

export interface Followed<T extends Topic> {
  /** Null before the first, and where the design has errors or no scenario. */
  readonly answer: Answers[T] | null;
  /** The design that the answer is of. */
  readonly design: Design | null;
  /** The id of the scenario that the answer is of. */
  readonly scenario: string | null;
  /** It is of the design as it was; the next is being worked out. */
  readonly isStale: boolean;
}

export function useAnswer<T extends Topic>(topic: T): Followed<T> {
  const design = useDocument((state) => state.design);
  const scenario = useScenarioId();
  const [kept, setKept] = useState<Kept<T> | null>(null);
  const isGood = scenario !== null && design.components.length > 0 && !findingsOf(design).some(isError);
  const isKnown = kept !== null && kept.scenario === scenario && isSame(kept.design, design);
  useEffect(() => {
    if (!isGood || isKnown) return undefined;
    const timer = setTimeout(() => {
      void ask(topic, design, scenario).then((answer) => setKept({ design, scenario, answer }));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      giveUp(topic);
    };
  }, [topic, design, scenario, isGood, isKnown]);
  if (!isGood || kept === null || kept.scenario !== scenario)
    return { answer: null, design: null, scenario, isStale: isGood };
  return { answer: kept.answer, design: kept.design, scenario, isStale: !isKnown };
}

function isSame(a: Design, b: Design): boolean {
  return a === b || differsOnlyInPlaces(a, b);
}
