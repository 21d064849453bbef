import { beforeEach, describe, expect, it } from 'vitest';
import type { Design } from '../../src/model/design.ts';
import type { Result } from '../../src/simulation/result.ts';
import { documentStore, edit, isDirty, undo } from './document.ts';
import { panelsStore } from './panels.ts';
import { parkedStore } from './per-design.ts';
import { resultsStore, runDone, runProgressed, runStarted, shownRun } from './results.ts';
import { select, selectionStore } from './selection.ts';
import {
  closeTab,
  documentOf,
  markTabSaved,
  moveTab,
  openTab,
  reopenClosed,
  showDesign,
  showNeighbour,
  tabOfFile,
  tabsStore,
  unsavedTabs,
} from './tabs.ts';

const design = (name: string): Design => ({ spandrel: 1, name, components: [{ id: 'api', kind: 'gateway' }] });
const file = (path: string) => ({ path, hash: 'h', readOnly: false });
const NO_FILE = { path: null, hash: null, readOnly: false };
const names = (): string[] => tabsStore.getState().tabs.map((tab) => documentOf(tab).design.name);
const shown = (): string => documentStore.getState().design.name;
const idOf = (name: string): string =>
  tabsStore.getState().tabs.find((tab) => documentOf(tab).design.name === name)?.id ?? '';
const rename = (name: string): void => edit('rename', (draft) => void (draft.name = name));

beforeEach(() => {
  for (const { id } of tabsStore.getState().tabs) closeTab(id);
  tabsStore.setState({ closed: [] });
  openTab(design('A'), file('a'));
  openTab(design('B'), file('b'));
});

describe('tabs', () => {
  it('keep history, selection and scenario of each design to itself', () => {
    select({ components: ['api'] });
    panelsStore.setState({ scenarioId: 'peak' });
    rename('B2');
    showDesign(idOf('A'));
    expect([shown(), selectionStore.getState().components, panelsStore.getState().scenarioId]).toEqual(['A', [], null]);
    rename('A2');
    showDesign(idOf('B2'));
    expect([selectionStore.getState().components, panelsStore.getState().scenarioId]).toEqual([['api'], 'peak']);
    undo();
    expect([shown(), isDirty(documentStore.getState()), names()]).toEqual(['B', false, ['A2', 'B']]);
    expect(unsavedTabs().map(({ id }) => id)).toEqual([idOf('A2')]);
  });

  it('let a run end in the design that it was started for', () => {
    const { documentId, revision, design: run } = documentStore.getState();
    runStarted({ id: 'r1', revision, scenario: 'base', design: run });
    showDesign(idOf('A'));
    runProgressed('r1', 0.5, 100);
    runDone('r1', {} as Result);
    expect([resultsStore.getState().runs, resultsStore.getState().underWay]).toEqual([[], null]);
    showDesign(documentId);
    expect(shownRun(resultsStore.getState())?.id).toBe('r1');
    expect(resultsStore.getState().underWay).toBeNull();
  });

  it('are marked saved also where another is shown by the time the file was written', () => {
    rename('B2');
    const { documentId, revision } = documentStore.getState();
    showDesign(idOf('A'));
    markTabSaved(documentId, revision, file('b2'));
    expect(unsavedTabs()).toEqual([]);
    expect(tabOfFile('b2')?.id).toBe(documentId);
    expect(documentStore.getState().file.path).toBe('a');
  });

  it('are closed with their neighbour in their place, and had again with their history', () => {
    rename('B2');
    openTab(design('C'), file('c'));
    showDesign(idOf('B2'));
    closeTab(idOf('B2'));
    expect([names(), shown()]).toEqual([['A', 'C'], 'C']);
    reopenClosed();
    expect([names(), shown()]).toEqual([['A', 'B2', 'C'], 'B2']);
    undo();
    expect([shown(), isDirty(documentStore.getState())]).toEqual(['B', false]);
  });

  it('leave nothing behind when the last one is closed', () => {
    closeTab(idOf('A'));
    closeTab(idOf('B'));
    expect([tabsStore.getState().tabs, tabsStore.getState().activeId]).toEqual([[], null]);
    expect([documentStore.getState().design.components, parkedStore.getState()]).toEqual([[], {}]);
  });

  it('give way to the next design only while nobody has touched them', () => {
    openTab(design('Example'), NO_FILE);
    openTab(design('C'), file('c'));
    expect(names()).toEqual(['A', 'B', 'C']);
    openTab(design('Example'), NO_FILE);
    rename('Mine');
    openTab(design('D'), file('d'));
    expect(names()).toEqual(['A', 'B', 'C', 'Mine', 'D']);
  });

  it('begin by themselves where the first edit is made to no design', () => {
    closeTab(idOf('A'));
    closeTab(idOf('B'));
    rename('New');
    expect(names()).toEqual(['New']);
  });

  it('are walked round and round, and moved', () => {
    showNeighbour(1);
    expect(shown()).toBe('A');
    showNeighbour(-1);
    expect(shown()).toBe('B');
    moveTab(idOf('B'), 0);
    expect([names(), shown()]).toEqual([['B', 'A'], 'B']);
  });
});
