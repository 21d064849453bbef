// The Arrange part of the Edit menu: places by layout, in line, with equal gaps, of one size, a step aside.
import type { Alignment, Axis } from '../layout/align.ts';
import type { Direction } from '../layout/direction.ts';
import type { Command, CommandContext } from './command.ts';

/** How many things of the selection have a place. */
function placed({ selection }: CommandContext): number {
  return selection.components.length + selection.groups.length + selection.notes.length;
}

function align(alignment: Alignment): Command {
  return {
    id: `arrange.align.${alignment}`,
    menu: 'edit',
    part: 'arrange',
    words: ['align', 'line up'],
    enabled: (context) => placed(context) > 1,
    run: (context) => context.canvas.align(alignment),
  };
}

function distribute(axis: Axis): Command {
  return {
    id: `arrange.distribute.${axis}`,
    menu: 'edit',
    part: 'arrange',
    words: ['spread', 'gaps', 'spacing'],
    enabled: (context) => placed(context) > 2,
    run: (context) => context.canvas.distribute(axis),
  };
}

/** Alt as in other editors, and Mod where Alt with an arrow belongs to the system. */
function nudge(direction: Direction, arrow: string): Command {
  return {
    id: `arrange.move.${direction}`,
    menu: null,
    keys: [`Alt+${arrow}`, `Mod+${arrow}`],
    words: ['nudge', 'step', 'grid'],
    enabled: (context) => placed(context) > 0,
    run: (context) => context.canvas.nudge(direction),
  };
}

export const arrangeCommands: readonly Command[] = [
  {
    id: 'edit.arrange',
    contexts: ['canvas'],
    menu: 'edit',
    part: 'arrange',
    keys: ['Mod+Shift+A'],
    words: ['layout', 'tidy', 'places', 'align'],
    enabled: (context) => context.design.components.length > 0,
    run: (context) => context.arrange(),
  },
  {
    id: 'arrange.selection',
    contexts: ['component', 'group'],
    menu: 'edit',
    part: 'arrange',
    words: ['layout', 'tidy', 'places'],
    enabled: ({ selection }) => selection.components.length > 1 || selection.groups.length > 0,
    run: (context) => context.canvas.arrangeSelection(),
  },
  align('left'),
  align('centre'),
  align('right'),
  align('top'),
  align('middle'),
  align('bottom'),
  distribute('horizontal'),
  distribute('vertical'),
  {
    id: 'arrange.sameSize',
    menu: 'edit',
    part: 'arrange',
    words: ['resize', 'equal', 'width', 'height'],
    enabled: ({ selection }) => selection.groups.length + selection.notes.length > 1,
    run: (context) => context.canvas.sameSize(),
  },
  nudge('left', 'ArrowLeft'),
  nudge('right', 'ArrowRight'),
  nudge('up', 'ArrowUp'),
  nudge('down', 'ArrowDown'),
];
