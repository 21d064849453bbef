// The View menu: what is in sight. None of it is history, and none of it touches the design.
import { CANVAS_VIEWS, type Command, type PanelName, type PanelTab } from './command.ts';

function tab(name: PanelTab, key: string, words: readonly string[]): Command {
  return {
    id: `view.${name}`,
    menu: 'view',
    keys: [key],
    words,
    run: (context) => context.view.showTab(name),
  };
}

function fold(name: PanelName, key: string): Command {
  return {
    id: `view.fold.${name}`,
    menu: 'view',
    keys: [key],
    words: ['panel', 'hide', 'show', 'collapse'],
    run: (context) => context.view.togglePanel(name),
  };
}

const colourCommands: readonly Command[] = CANVAS_VIEWS.map((view) => ({
  id: `view.colour.${view}`,
  textId: 'view.colour',
  what: view,
  menu: null,
  words: ['view', 'heat map', 'legend'],
  run: (context) => context.canvas.colourBy(view),
}));

export const viewCommands: readonly Command[] = [
  {
    id: 'view.commands',
    menu: 'view',
    keys: ['Mod+K'],
    words: ['commands', 'palette', 'search'],
    run: (context) => context.view.openPalette(),
  },
  tab('design', 'Mod+1', ['inspector', 'properties']),
  tab('scenario', 'Mod+2', ['arrivals', 'load', 'faults']),
  tab('findings', 'Mod+3', ['problems', 'errors', 'review']),
  tab('export', 'Mod+4', ['preview']),
  tab('analysis', 'Mod+5', ['estimate', 'sensitivity', 'saturation', 'plan', 'sweep', 'compare']),
  fold('palette', 'Mod+B'),
  fold('inspector', 'Mod+I'),
  fold('results', 'Mod+J'),
  {
    id: 'view.fit',
    contexts: ['canvas'],
    menu: 'view',
    keys: ['Mod+0'],
    words: ['zoom', 'all', 'whole'],
    run: (context) => context.view.fit(),
  },
  {
    id: 'view.zoomIn',
    menu: 'view',
    keys: ['Mod+=', 'Mod++'],
    words: ['larger', 'closer'],
    run: (context) => context.view.zoom('in'),
  },
  {
    id: 'view.zoomOut',
    menu: 'view',
    keys: ['Mod+-'],
    words: ['smaller', 'farther'],
    run: (context) => context.view.zoom('out'),
  },
  {
    id: 'view.zoomReset',
    menu: 'view',
    keys: ['Mod+Shift+0'],
    words: ['actual size'],
    run: (context) => context.view.zoom('reset'),
  },
  {
    id: 'view.goTo',
    menu: null,
    contexts: ['row'],
    words: ['show', 'canvas'],
    enabled: (context) => context.selection.components.length === 1,
    run: (context) => {
      const [id] = context.selection.components;
      if (id !== undefined) context.view.goTo(id);
    },
  },
  {
    id: 'view.nextTab',
    menu: 'view',
    keys: ['Mod+PageDown', 'Mod+Alt+PageDown', 'Ctrl+Tab'],
    words: ['design', 'switch'],
    enabled: (context) => context.tabs.count > 1,
    run: (context) => context.tabs.show(1),
  },
  {
    id: 'view.previousTab',
    menu: 'view',
    keys: ['Mod+PageUp', 'Mod+Alt+PageUp', 'Ctrl+Shift+Tab'],
    words: ['design', 'switch'],
    enabled: (context) => context.tabs.count > 1,
    run: (context) => context.tabs.show(-1),
  },
  {
    id: 'view.moveTabLeft',
    menu: null,
    keys: ['Mod+Shift+PageUp'],
    contexts: ['tab'],
    words: ['order'],
    enabled: (context) => context.tabs.count > 1,
    run: (context) => context.tabs.move(-1),
  },
  {
    id: 'view.moveTabRight',
    menu: null,
    keys: ['Mod+Shift+PageDown'],
    contexts: ['tab'],
    words: ['order'],
    enabled: (context) => context.tabs.count > 1,
    run: (context) => context.tabs.move(1),
  },
  {
    id: 'view.fitSelection',
    menu: 'view',
    keys: ['Mod+Shift+1'],
    words: ['fit', 'selected', 'closer'],
    enabled: ({ selection }) =>
      selection.components.length + selection.connections.length + selection.groups.length > 0,
    run: (context) => context.canvas.fitSelection(),
  },
  {
    id: 'view.find',
    menu: 'view',
    keys: ['Mod+F'],
    words: ['search', 'look for', 'name'],
    enabled: (context) => context.design.components.length > 0,
    run: (context) => context.canvas.find(),
  },
  {
    id: 'view.focus',
    contexts: ['component', 'row'],
    menu: 'view',
    keys: ['F'],
    words: ['callers', 'callees', 'neighbours', 'dim', 'isolate'],
    enabled: ({ selection }) => selection.components.length === 1,
    run: (context) => {
      const [id] = context.selection.components;
      if (id !== undefined) context.canvas.focus(id);
    },
  },
  {
    id: 'view.endFocus',
    menu: null,
    words: ['show all', 'callers', 'callees'],
    run: (context) => context.canvas.endFocus(),
  },
  {
    id: 'view.present',
    menu: 'view',
    keys: ['Mod+Alt+P'],
    words: ['presentation', 'full screen', 'slides', 'show'],
    enabled: (context) => context.design.components.length > 0,
    run: (context) => context.canvas.present(),
  },
  ...colourCommands,
];
