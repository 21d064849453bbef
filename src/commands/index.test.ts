import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design.ts';
import { commandText, type Command, type CommandContext, type SelectionValue } from './command.ts';
import { languages, texts } from '../texts/index.ts';
import { templateCommands } from './file.ts';
import { commands } from './index.ts';

function twice(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function command(id: string): Command {
  const found = commands.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no command ${id}`);
  return found;
}

/** A context that records what was asked of it and edits a plain design. */
function contextFor(design: Design, selection: Partial<SelectionValue> = {}) {
  const asked: string[] = [];
  const note =
    (name: string) =>
    (...rest: readonly unknown[]) => {
      asked.push([name, ...rest].join(' '));
    };
  let selected: SelectionValue = { components: [], connections: [], groups: [], notes: [], ...selection };
  const context: CommandContext = {
    design,
    selection: selected,
    dirty: false,
    canUndo: false,
    canRedo: false,
    running: false,
    hasResult: false,
    readOnly: false,
    edit: (label, recipe) => {
      asked.push(`edit ${label}`);
      recipe(design);
    },
    undo: note('undo'),
    redo: note('redo'),
    select: (next) => {
      selected = { components: [], connections: [], groups: [], notes: [], ...next };
    },
    view: {
      showTab: note('tab'),
      togglePanel: note('panel'),
      fit: note('fit'),
      zoom: note('zoom'),
      openPalette: note('palette'),
      openTemplates: note('templates'),
      openHelp: note('help'),
      openSettings: note('settings'),
      startTour: note('tour'),
      goTo: note('goTo'),
      rename: note('rename'),
      connectFrom: note('connect'),
      openTimeline: note('timeline'),
      compareScenarios: note('compare'),
      addComponent: note('add'),
    },
    canvas: {
      fitSelection: note('fit selection'),
      colourBy: note('colour'),
      focus: note('focus'),
      endFocus: note('end focus'),
      find: note('find'),
      present: note('present'),
      addBend: note('bend'),
      changeEnds: note('ends'),
      arrangeSelection: note('arrange selection'),
      align: note('align'),
      distribute: note('distribute'),
      sameSize: note('same size'),
      nudge: note('nudge'),
      walk: note('walk'),
      selectFocused: note('select focused'),
      toggleLasso: note('lasso'),
      addConnected: note('add connected'),
      addNote: note('add note'),
      addGroup: note('add group'),
      editNote: note('edit note'),
    },
    arrange: note('arrange'),
    clipboard: { copy: note('copy'), cut: note('cut'), paste: note('paste') },
    file: {
      open: note('open'),
      save: note('save'),
      saveAs: note('saveAs'),
      newFromTemplate: note('new'),
      versions: note('versions'),
      compare: note('compare'),
      recovered: note('recovered'),
      newEmpty: note('newEmpty'),
      close: note('close'),
      openRecent: note('recent'),
    },
    tabs: {
      count: 1,
      canReopen: false,
      show: note('tab'),
      closeOthers: note('closeOthers'),
      reopen: note('reopen'),
      move: note('move'),
    },
    window: { open: note('window') },
    simulation: { run: note('run'), stop: note('stop'), replay: note('replay'), toggleOnEdit: note('on edit') },
    exports: { show: note('export') },
    results: { saveFigures: note('figures'), saveReport: note('report'), pin: note('pin') },
  };
  return { context, asked, selected: () => selected };
}

function shop(): Design {
  return {
    spandrel: 1,
    name: 'Shop',
    groups: [{ id: 'backend', name: 'Backend' }],
    components: [
      { id: 'api', kind: 'gateway', name: 'API', group: 'backend', view: { x: 0, y: 0 } },
      { id: 'db', kind: 'sql-database', group: 'backend' },
    ],
    connections: [{ id: 'api-db', from: 'api', to: 'db' }],
    scenarios: [{ id: 'base', durationS: 10, arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 1 }] }],
  };
}

describe('the list of commands', () => {
  it('has each id, title and shortcut once', () => {
    expect(twice(commands.map(({ id }) => id))).toEqual([]);
    for (const language of languages)
      expect(twice(commands.map((one) => commandText(one, language).title))).toEqual([]);
    expect(twice(commands.flatMap(({ keys }) => keys ?? []))).toEqual([]);
  });

  it('says exactly what the buttons of the toolbar say', () => {
    const titles = ['edit.undo', 'edit.redo', 'file.save', 'simulate.run', 'simulate.stop', 'export.open'].map(
      (id) => commandText(command(id), 'en').title,
    );
    expect(titles).toEqual(['Undo', 'Redo', 'Save', 'Simulate', 'Stop', 'Export']);
  });

  it('has a title and a sentence of help for each in the catalogue of every language', () => {
    const lacking = languages.flatMap((language) =>
      commands.filter((one) => commandText(one, language).help === '').map(({ id }) => `${language}: ${id}`),
    );
    expect(lacking).toEqual([]);
  });

  it('names in the catalogue no command that is not there', () => {
    const known = new Set([...commands.map(({ id, textId = id }) => textId), 'template', 'recent']);
    expect(Object.keys(texts.en.commands).filter((id) => !known.has(id))).toEqual([]);
  });

  it('adds an entry for each template', () => {
    const [entry] = templateCommands([{ id: 'layered', name: 'Layered' }]);
    const { context, asked } = contextFor(shop());
    entry?.run(context);
    expect([entry?.id, entry && commandText(entry, 'en').title, asked]).toEqual([
      'template.layered',
      'New design: Layered',
      ['new layered'],
    ]);
  });
});

describe('commands of a connection', () => {
  const line = { connections: ['api-db'] };

  it('straighten takes its bends away, as one named step, and is off where there are none', () => {
    const design = shop();
    const { context, asked } = contextFor(design, line);
    expect(command('edit.straighten').enabled?.(context)).toBe(false);
    Object.assign(design.connections?.[0] ?? {}, { view: { points: [{ x: 1, y: 2 }] } });
    expect(command('edit.straighten').enabled?.(context)).toBe(true);
    command('edit.straighten').run(context);
    expect([design, asked]).toEqual([shop(), ['edit straighten API to db']]);
  });

  it('are asked of the canvas', () => {
    const { context, asked } = contextFor(shop(), line);
    for (const id of ['edit.bend', 'edit.changeEnds', 'view.fitSelection', 'view.colour.wait'])
      command(id).run(context);
    expect(asked).toEqual(['bend api-db', 'ends api-db', 'fit selection', 'colour wait']);
  });
});

describe('commands of the selection', () => {
  it('are off where they have nothing to act on', () => {
    const { context } = contextFor(shop());
    const off = ['edit.delete', 'edit.duplicate', 'edit.rename', 'edit.connect', 'edit.group', 'edit.undo'];
    expect(off.map((id) => command(id).enabled?.(context))).toEqual(off.map(() => false));
  });

  it('delete takes the connections and arrivals along, as one named step, and selects nothing', () => {
    const design = shop();
    const { context, asked, selected } = contextFor(design, { components: ['api'] });
    command('edit.delete').run(context);
    expect(design.components.map(({ id }) => id)).toEqual(['db']);
    expect(design.connections).toEqual([]);
    expect(design.scenarios?.[0]?.arrivals).toEqual([]);
    expect(asked).toEqual(['edit delete API']);
    expect(selected().components).toEqual([]);
  });

  it('duplicate selects the copies', () => {
    const { context, selected } = contextFor(shop(), { components: ['api', 'db'] });
    command('edit.duplicate').run(context);
    expect(selected().components).toEqual(['api-2', 'db-2']);
    expect(context.design.connections?.map(({ from, to }) => [from, to])).toEqual([
      ['api', 'db'],
      ['api-2', 'db-2'],
    ]);
  });

  it('group puts the selection into a new group inside the one they share', () => {
    const { context, selected } = contextFor(shop(), { components: ['api', 'db'] });
    command('edit.group').run(context);
    const [id] = selected().groups;
    expect(context.design.groups?.find((group) => group.id === id)?.parent).toBe('backend');
    expect(context.design.components.map(({ group }) => group)).toEqual([id, id]);
  });
});
