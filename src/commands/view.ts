// The View menu: what is in sight. None of it is history, and none of it touches the design.
import { CANVAS_VIEWS, type CanvasView, type Command, type PanelName, type PanelTab } from './command.ts';

function tab(name: PanelTab, title: string, key: string, words: readonly string[]): Command {
  return {
    id: `view.${name}`,
    title,
    menu: 'view',
    keys: [key],
    words,
    run: (context) => context.view.showTab(name),
  };
}

function fold(name: PanelName, title: string, key: string): Command {
  return {
    id: `view.fold.${name}`,
    title,
    menu: 'view',
    keys: [key],
    words: ['panel', 'hide', 'show', 'collapse'],
    run: (context) => context.view.togglePanel(name),
  };
}

const COLOURS: Readonly<Record<CanvasView, string>> = {
  family: 'family',
  group: 'group',
  protocol: 'protocol',
  utilisation: 'utilisation',
  wait: 'wait',
  errors: 'error rate',
  cost: 'cost',
  rate: 'rate',
};

const colourCommands: readonly Command[] = CANVAS_VIEWS.map((view) => ({
  id: `view.colour.${view}`,
  title: `Colour by ${COLOURS[view]}`,
  menu: null,
  words: ['view', 'heat map', 'legend'],
  run: (context) => context.canvas.colourBy(view),
}));

export const viewCommands: readonly Command[] = [
  {
    id: 'view.commands',
    title: 'Find or do anything…',
    menu: 'view',
    keys: ['Mod+K'],
    words: ['commands', 'palette', 'search'],
    run: (context) => context.view.openPalette(),
  },
  tab('design', 'Show design', 'Mod+1', ['inspector', 'properties']),
  tab('scenario', 'Show scenario', 'Mod+2', ['arrivals', 'load', 'faults']),
  tab('findings', 'Show findings', 'Mod+3', ['problems', 'errors', 'review']),
  tab('export', 'Show exports', 'Mod+4', ['preview']),
  fold('palette', 'Fold or unfold the palette', 'Mod+B'),
  fold('inspector', 'Fold or unfold the inspector', 'Mod+I'),
  fold('results', 'Fold or unfold the results', 'Mod+J'),
  {
    id: 'view.fit',
    title: 'Fit the design',
    menu: 'view',
    keys: ['Mod+0'],
    words: ['zoom', 'all', 'whole'],
    run: (context) => context.view.fit(),
  },
  {
    id: 'view.zoomIn',
    title: 'Zoom in',
    menu: 'view',
    keys: ['Mod+=', 'Mod++'],
    words: ['larger', 'closer'],
    run: (context) => context.view.zoom('in'),
  },
  {
    id: 'view.zoomOut',
    title: 'Zoom out',
    menu: 'view',
    keys: ['Mod+-'],
    words: ['smaller', 'farther'],
    run: (context) => context.view.zoom('out'),
  },
  {
    id: 'view.zoomReset',
    title: 'Zoom to 100 %',
    menu: 'view',
    keys: ['Mod+Shift+0'],
    words: ['actual size'],
    run: (context) => context.view.zoom('reset'),
  },
  {
    id: 'view.fitSelection',
    title: 'Zoom to the selection',
    menu: 'view',
    keys: ['Mod+Shift+1'],
    words: ['fit', 'selected', 'closer'],
    enabled: ({ selection }) =>
      selection.components.length + selection.connections.length + selection.groups.length > 0,
    run: (context) => context.canvas.fitSelection(),
  },
  {
    id: 'view.find',
    title: 'Find a component…',
    menu: 'view',
    keys: ['Mod+F'],
    words: ['search', 'look for', 'name'],
    enabled: (context) => context.design.components.length > 0,
    run: (context) => context.canvas.find(),
  },
  {
    id: 'view.focus',
    title: 'Focus on the component',
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
    title: 'End the focus',
    menu: null,
    words: ['show all', 'callers', 'callees'],
    run: (context) => context.canvas.endFocus(),
  },
  {
    id: 'view.present',
    title: 'Present',
    menu: 'view',
    keys: ['Mod+Alt+P'],
    words: ['presentation', 'full screen', 'slides', 'show'],
    enabled: (context) => context.design.components.length > 0,
    run: (context) => context.canvas.present(),
  },
  ...colourCommands,
];
