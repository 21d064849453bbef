import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Design } from '../../src/model/design.ts';
import type { CallOutput } from '../../src/ipc/contract.ts';
import { installFakeHost } from '../../test/fixtures/fake-host.ts';

const host = installFakeHost();
const { simulateOnEdits } = await import('./simulate-on-edit.ts');
const { documentStore, edit, load, undo } = await import('../state/document.ts');
const { panelsStore } = await import('../state/panels.ts');
const { forgetRuns, resultsStore, runDone } = await import('../state/results.ts');

const shop: Design = {
  spandrel: 1,
  name: 'Shop',
  components: [{ id: 'api', kind: 'gateway' }],
  scenarios: [{ id: 'base', durationS: 10, arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 1 }] }],
};

function rate(ratePerSecond: number): void {
  edit('rate', (draft) => {
    draft.scenarios = [{ id: 'base', durationS: 10, arrivals: [{ at: 'api', process: 'poisson', ratePerSecond }] }];
  });
}

const asked = (): string[] => host.asked.map(({ name }) => name);
const underWay = () => resultsStore.getState().underWay;
let end = (): void => undefined;

beforeEach(() => {
  vi.useFakeTimers();
  forgetRuns();
  panelsStore.setState({ simulateOnEdit: true, scenarioId: null, notice: null });
  load(shop, { path: null, hash: null, readOnly: false });
  host.answer({
    'simulation.run': () => new Promise<CallOutput<'simulation.run'>>(() => undefined),
    'simulation.cancel': () => ({}),
  });
  end = simulateOnEdits();
});

afterEach(() => {
  end();
  vi.useRealTimers();
});

it('runs once, a moment after the last of several edits', () => {
  rate(2);
  vi.advanceTimersByTime(200);
  rate(3);
  vi.advanceTimersByTime(299);
  expect(asked()).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(asked()).toEqual(['simulation.run']);
  expect(underWay()?.revision).toBe(documentStore.getState().revision);
});

it('cancels a run that an edit has overtaken, and the new one takes its place', () => {
  rate(2);
  vi.advanceTimersByTime(300);
  const first = underWay()?.id;
  rate(3);
  vi.advanceTimersByTime(300);
  expect(host.asked.map(({ name, input }) => [name, (input as { runId: string }).runId])).toEqual([
    ['simulation.run', first],
    ['simulation.cancel', first],
    ['simulation.run', underWay()?.id],
  ]);
  expect(underWay()?.id).not.toBe(first);
});

it('waits while the design has errors, and goes on once they are mended', () => {
  rate(-1);
  vi.advanceTimersByTime(1000);
  expect(asked()).toEqual([]);
  rate(5);
  vi.advanceTimersByTime(300);
  expect(asked()).toEqual(['simulation.run']);
});

it('does not run what has been run: an edit that was undone', () => {
  rate(2);
  vi.advanceTimersByTime(300);
  runDone(underWay()?.id ?? '', { scenario: 'base' } as never);
  rate(3);
  undo();
  vi.advanceTimersByTime(1000);
  expect(asked()).toEqual(['simulation.run']);
});

it('says nothing of a run that was overtaken, whatever it answers', async () => {
  vi.useRealTimers();
  host.answer({
    'simulation.run': () => Promise.resolve({ kind: 'cancelled' as const }),
    'simulation.cancel': () => ({}),
  });
  const { rerunSimulation } = await import('./simulation-actions.ts');
  rerunSimulation();
  rerunSimulation();
  const newest = underWay()?.id;
  await new Promise((resolve) => setTimeout(resolve));
  expect(newest).toBeDefined();
  expect(panelsStore.getState().notice?.message ?? '').toContain('stopped');
  expect(host.asked.filter(({ name }) => name === 'simulation.cancel')).toHaveLength(1);
});

it('does nothing while it is off, and runs at once when it is turned on', () => {
  panelsStore.setState({ simulateOnEdit: false });
  rate(2);
  vi.advanceTimersByTime(1000);
  expect(asked()).toEqual([]);
  panelsStore.setState({ simulateOnEdit: true });
  vi.advanceTimersByTime(300);
  expect(asked()).toEqual(['simulation.run']);
});
