// The state of one search: which points were simulated and what they came to, each point once.
import { validateDesign } from '../../catalogue/validate.ts';
import type { Design, Objective, Scenario } from '../../model/design.ts';
import { isError, type Finding } from '../../model/finding.ts';
import type { SimulateOutcome } from '../simulate.ts';
import { designAt, type PointSet, sizeOf, type Vary } from '../sweep/grid.ts';
import { constantRequestCost, isCapacity, isStepped, leastCost, ordered, sizeOfDesign } from './dimensions.ts';
import { compareRanked, type Ranked } from './frontier.ts';
import { marginsOf, tightest } from './judge.ts';
import { type Outlook, outlookAt } from './outlook.ts';
import type { Found, PlanHooks, PlannedPoint } from './point.ts';

/** An outlook takes some milliseconds; a host waits no longer than for so many of them. */
const LOOKS_BETWEEN_BREATHS = 8;

export class Search {
  readonly varies: readonly Vary[];
  readonly objectives: readonly Objective[];
  readonly size: number;
  /** Which dimensions may be stepped along from their first value on, and which of them only add capacity. */
  readonly steps: readonly boolean[];
  readonly adds: readonly boolean[];
  readonly top: readonly number[];
  /** Those that met all objectives, the cheapest first. */
  readonly met: Found[] = [];
  closest: Found | null = null;
  tried = 0;
  looked = 0;
  leftOut = 0;
  isCancelled = false;
  obstacles: readonly Finding[] = [];
  private readonly found = new Map<string, Found | null>();
  private readonly outlooks = new Map<string, Outlook | null>();
  /** What requests cost at every point alike; known from the first result on. */
  private requestCost = 0;

  constructor(
    private readonly design: Design,
    private readonly scenario: Scenario,
    given: readonly Vary[],
    private readonly simulateAt: (design: Design) => Promise<SimulateOutcome>,
    private readonly hooks: PlanHooks,
  ) {
    this.varies = ordered(given);
    this.objectives = design.objectives ?? [];
    this.size = sizeOf(this.varies);
    this.steps = this.varies.map(isStepped);
    this.adds = this.varies.map(isCapacity);
    this.top = this.varies.map(({ values }) => values.length - 1);
  }

  get best(): Found | null {
    return this.met[0] ?? null;
  }

  get all(): readonly Found[] {
    return [...this.found.values()].filter((found) => found !== null);
  }

  isTried(places: readonly number[]): boolean {
    return this.found.has(places.join());
  }

  setOf(places: readonly number[]): PointSet {
    return Object.fromEntries(this.varies.map(({ path, values }, index) => [path, values[places[index]!]]));
  }

  /** The design at a point that was simulated, with its scenario. */
  at({ rank }: Found): { readonly design: Design; readonly scenario: Scenario } | null {
    const design = this.designOf(rank.places);
    return design && { design, scenario: this.scenarioOf(design) };
  }

  /** The least that a point can cost, and its size; what cannot be set is told when it is proved. */
  rank(places: readonly number[]): Ranked {
    const at = designAt(this.design, this.setOf(places));
    if (!at.ok) return { places, cost: 0, size: 0 };
    return { places, cost: leastCost(at.value, this.scenario), size: sizeOfDesign(at.value) };
  }

  /** Whether a point may come before another that was simulated: cheaper, or smaller at the same cost. */
  mayPrecede(ranked: Ranked, other: Found): boolean {
    return compareRanked({ ...ranked, cost: ranked.cost + this.requestCost }, other.rank) < 0;
  }

  /** What the estimate says of a point; null where its design is not good. */
  outlook(places: readonly number[]): Outlook | null {
    const key = places.join();
    const known = this.outlooks.get(key);
    if (known !== undefined) return known;
    if (!this.found.has(key)) this.looked += 1;
    const design = this.designOf(places);
    const outlook = design === null ? null : outlookAt(design, this.scenarioOf(design));
    this.outlooks.set(key, outlook);
    return outlook;
  }

  /** Lets the host go on, and hears whether the search is to end; true where it is. */
  async breathe(count: number): Promise<boolean> {
    if (count % LOOKS_BETWEEN_BREATHS === 0) {
      this.tell(null);
      await this.hooks.breathe?.();
      if (this.hooks.isCancelled?.() === true) this.isCancelled = true;
    }
    return this.isCancelled;
  }

  /** Simulates the point, unless it was before; null where it could not be simulated to its end. */
  async prove(places: readonly number[]): Promise<Found | null> {
    const key = places.join();
    const known = this.found.get(key);
    if (known !== undefined || this.isCancelled) return known ?? null;
    if (!this.outlooks.has(key)) this.looked += 1;
    const varied = this.designOf(places);
    if (varied === null) {
      this.found.set(key, null);
      return null;
    }
    const set = this.setOf(places);
    this.tell(set);
    if (this.hooks.isCancelled?.() === true) this.isCancelled = true;
    const outcome: SimulateOutcome = this.isCancelled ? { kind: 'cancelled' } : await this.simulateAt(varied);
    if (outcome.kind === 'cancelled') {
      this.isCancelled = true;
      return null;
    }
    this.tried += 1;
    const found = outcome.kind === 'done' ? this.judged(places, set, varied, outcome.result) : null;
    if (outcome.kind === 'failed' && this.obstacles.length === 0) this.obstacles = outcome.findings;
    this.found.set(key, found);
    if (found !== null) this.keep(found);
    this.tell(null);
    return found;
  }

  private judged(places: readonly number[], set: PointSet, varied: Design, result: Found['result']): Found {
    const margins = marginsOf(this.objectives, result);
    if (this.requestCost === 0) this.requestCost = constantRequestCost(varied, this.scenario, this.varies, result);
    const rank = this.rank(places);
    return {
      set,
      result,
      margins,
      rank: { ...rank, cost: result.cost.perHour ?? rank.cost },
      isMet: margins.every(({ met }) => met),
    };
  }

  private keep(found: Found): void {
    if (found.isMet) {
      this.met.push(found);
      this.met.sort((a, b) => compareRanked(a.rank, b.rank));
    } else if (this.closest === null || shortfall(found) < shortfall(this.closest)) this.closest = found;
  }

  private designOf(places: readonly number[]): Design | null {
    const at = designAt(this.design, this.setOf(places));
    const findings = at.ok ? validateDesign(at.value).filter(isError) : at.findings;
    if (findings.length > 0 && this.obstacles.length === 0) this.obstacles = findings;
    return at.ok && findings.length === 0 ? at.value : null;
  }

  private scenarioOf(design: Design): Scenario {
    return design.scenarios?.find(({ id }) => id === this.scenario.id) ?? this.scenario;
  }

  private tell(trying: PointSet | null): void {
    const { tried, looked, size, best, closest } = this;
    this.hooks.onProgress?.({ tried, looked, size, trying, best: best ?? closest });
  }
}

function shortfall({ margins }: PlannedPoint): number {
  return -(tightest(margins)?.margin ?? -Infinity);
}
