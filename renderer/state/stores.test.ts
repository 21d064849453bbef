import { beforeEach, describe, expect, it } from 'vitest';
import type { Design } from '../../src/model/design.ts';
import type { Result } from '../../src/simulation/result.ts';
import { panelsStore, showTab, togglePanel } from './panels.ts';
import { remembered } from './remembered.ts';
import {
  chooseRun,
  forgetRuns,
  resultsStore,
  runDone,
  runEnded,
  runProgressed,
  runStarted,
  shownRun,
} from './results.ts';
import { pruneSelection, select, selectionStore } from './selection.ts';

describe('results', () => {
  const result = { scenario: 'base' } as Result;
  const started = {
    id: 'r1',
    revision: 7,
    scenario: 'base',
    design: { spandrel: 1, name: 'Shop', components: [] } as Design,
  };
  beforeEach(forgetRuns);

  it('keep the revision that was run, so that an edit makes them stale', () => {
    runStarted(started);
    runProgressed('r1', 0.5, 900);
    expect(resultsStore.getState().underWay).toEqual({ ...started, fraction: 0.5, leftMs: 900 });
    runDone('r1', result);
    expect(shownRun(resultsStore.getState())).toEqual({ ...started, number: 1, result });
  });

  it('ignore what an earlier run still says', () => {
    runStarted({ ...started, id: 'r2' });
    runProgressed('r1', 0.9, 1);
    runDone('r1', result);
    runEnded('r1');
    expect([resultsStore.getState().underWay?.fraction, resultsStore.getState().runs.length]).toEqual([0, 0]);
  });

  it('a failed run leaves the earlier figures and says why', () => {
    runStarted(started);
    runDone('r1', result);
    runStarted({ ...started, id: 'r2' });
    const finding = { rule: 'no-end', severity: 'error', path: '', message: 'm', mend: 'd' } as const;
    runEnded('r2', [finding]);
    expect([shownRun(resultsStore.getState())?.id, resultsStore.getState().problem]).toEqual(['r1', [finding]]);
  });
});

describe('the run that is shown', () => {
  const started = { revision: 7, scenario: 'base', design: { spandrel: 1, name: 'Shop', components: [] } as Design };
  const shownId = () => shownRun(resultsStore.getState())?.id;
  const done = (id: string): void => {
    runStarted({ ...started, id });
    runDone(id, { scenario: 'base' } as Result, { resourceSpans: [] });
  };
  beforeEach(forgetRuns);

  it('is the newest, or one that was chosen, until a newer comes', () => {
    done('r1');
    done('r2');
    expect(shownId()).toBe('r2');
    chooseRun('r1');
    expect(shownId()).toBe('r1');
    done('r3');
    expect(shownId()).toBe('r3');
  });

  it('keeps its traces as they came', () => {
    done('r1');
    expect(shownRun(resultsStore.getState())?.traces).toEqual({ resourceSpans: [] });
  });
});

describe('selection', () => {
  it('deselects what is not named, and stays the same object where nothing changed', () => {
    select({ components: ['a'], connections: ['c'] });
    select({ components: ['a'] });
    const before = selectionStore.getState();
    expect(before).toEqual({ components: ['a'], connections: [], groups: [], notes: [] });
    select({ components: ['a'] });
    expect(selectionStore.getState()).toBe(before);
  });
});

describe('pruning the selection', () => {
  it('forgets what is gone from the design', () => {
    select({ components: ['a', 'b'], connections: ['a-b'], groups: ['g'] });
    pruneSelection({ spandrel: 1, name: 'Shop', components: [{ id: 'a', kind: 'service' }], groups: [{ id: 'g' }] });
    expect(selectionStore.getState()).toEqual({ components: ['a'], connections: [], groups: ['g'], notes: [] });
  });
});

describe('panels', () => {
  it('showing a tab unfolds the inspector', () => {
    togglePanel('inspector');
    expect(panelsStore.getState().inspector).toBe(false);
    showTab('findings');
    expect([panelsStore.getState().inspector, panelsStore.getState().tab]).toEqual([true, 'findings']);
  });

  it('are remembered, and nonsense in the storage is not', () => {
    expect(remembered('{"tab":"export","palette":false,"results":1}')).toEqual({ palette: false });
    expect(remembered('{"charts":["lag","nonsense","response"]}')).toEqual({ charts: ['response', 'lag'] });
    expect([remembered('{'), remembered('null'), remembered('[]'), remembered(null)]).toEqual([{}, {}, {}, {}]);
  });
});
