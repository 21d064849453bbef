// What is drawn from the design and kept until it changes: findings, by place, and the scenario at hand.
import type { Design, Scenario } from '../../src/model/design.ts';
import type { Finding, Severity } from '../../src/model/finding.ts';
import { validateDesign } from '../../src/catalogue/validate.ts';
import { useDocument } from './document.ts';
import { usePanels } from './panels.ts';

const NONE: readonly Finding[] = [];

interface Found {
  readonly all: readonly Finding[];
  readonly byPath: ReadonlyMap<string, readonly Finding[]>;
}

const kept = new WeakMap<Design, Found>();
let previous: Found = { all: NONE, byPath: new Map() };

function sameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
  return (
    a.length === b.length &&
    a.every((finding, index) => {
      const other = b[index];
      return (
        finding.rule === other?.rule &&
        finding.path === other.path &&
        finding.message === other.message &&
        finding.mend === other.mend &&
        finding.severity === other.severity
      );
    })
  );
}

/** Lists that say the same as before stay the same objects, so that their fields are not drawn again. */
function index(all: readonly Finding[], before: Found): Found {
  if (sameFindings(all, before.all)) return before;
  const byPath = new Map<string, readonly Finding[]>();
  for (const finding of all) byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
  for (const [path, findings] of byPath) {
    const old = before.byPath.get(path);
    if (old && sameFindings(old, findings)) byPath.set(path, old);
  }
  return { all, byPath };
}

function found(design: Design): Found {
  const known = kept.get(design);
  if (known) return known;
  previous = index(validateDesign(design), previous);
  kept.set(design, previous);
  return previous;
}

/** Every finding of the design; worked out once for each state of it. */
export function findingsOf(design: Design): readonly Finding[] {
  return found(design).all;
}

/** The findings of exactly this path: `components.api.capacity.replicas`. */
export function findingsAt(design: Design, path: string): readonly Finding[] {
  return found(design).byPath.get(path) ?? NONE;
}

export function useFindings(): readonly Finding[] {
  return useDocument((state) => findingsOf(state.design));
}

export function useFindingsAt(path: string): readonly Finding[] {
  return useDocument((state) => findingsAt(state.design, path));
}

/** How many findings keep the design from being run. */
export function useErrorCount(): number {
  return useDocument((state) => findingsOf(state.design).filter(({ severity }) => severity === 'error').length);
}

const GRAVEST: readonly Severity[] = ['error', 'warning', 'advice'];

/** The gravest finding at one of the paths or below; null where there is none. */
export function useWorstWithin(paths: readonly string[]): Severity | null {
  return useDocument((state) => {
    const inside = findingsOf(state.design).filter((finding) =>
      paths.some((path) => finding.path === path || finding.path.startsWith(`${path}.`)),
    );
    return GRAVEST.find((severity) => inside.some((finding) => finding.severity === severity)) ?? null;
  });
}

/** The scenario at hand: the chosen one, else the first; null where the design has none. */
export function scenarioAtHand(design: Design, scenarioId: string | null): Scenario | null {
  const scenarios = design.scenarios ?? [];
  return scenarios.find((scenario) => scenario.id === scenarioId) ?? scenarios[0] ?? null;
}

export function useScenarioId(): string | null {
  const chosen = usePanels((state) => state.scenarioId);
  return useDocument((state) => scenarioAtHand(state.design, chosen)?.id ?? null);
}
