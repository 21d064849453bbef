// Commands for the one connection that is selected: its bends and its ends.
import { bendsOf, setBends } from '../model/connections.ts';
import type { Connection } from '../model/design.ts';
import { componentById, nameOf } from '../model/graph.ts';
import type { Command, CommandContext } from './command.ts';

function selected({ design, selection }: CommandContext): readonly Connection[] {
  const ids = new Set(selection.connections);
  return (design.connections ?? []).filter(({ id }) => ids.has(id));
}

function onlyOne(context: CommandContext): Connection | null {
  const connections = selected(context);
  return connections.length === 1 ? (connections[0] ?? null) : null;
}

function bent(context: CommandContext): readonly Connection[] {
  return selected(context).filter((connection) => bendsOf(connection).length > 0);
}

function describe(context: CommandContext): string {
  const connections = bent(context);
  const [first] = connections;
  if (connections.length !== 1 || !first) return `${connections.length} connections`;
  return [first.from, first.to].map((id) => nameOf(componentById(context.design, id) ?? { id })).join(' to ');
}

export const connectionCommands: readonly Command[] = [
  {
    id: 'edit.bend',
    contexts: ['connection'],
    menu: 'edit',
    words: ['connection', 'line', 'corner', 'waypoint', 'route'],
    enabled: (context) => onlyOne(context) !== null,
    run: (context) => {
      const connection = onlyOne(context);
      if (connection) context.canvas.addBend(connection.id);
    },
  },
  {
    id: 'edit.straighten',
    contexts: ['connection'],
    menu: 'edit',
    words: ['connection', 'line', 'bends', 'waypoints', 'route'],
    enabled: (context) => bent(context).length > 0,
    run: (context) => {
      const connections = bent(context);
      context.edit(`straighten ${describe(context)}`, (draft) => {
        for (const { id } of connections) setBends(draft, id, []);
      });
    },
  },
  {
    id: 'edit.changeEnds',
    contexts: ['connection'],
    menu: 'edit',
    words: ['connection', 'reconnect', 'caller', 'callee', 'from', 'to'],
    enabled: (context) => onlyOne(context) !== null,
    run: (context) => {
      const connection = onlyOne(context);
      if (connection) context.canvas.changeEnds(connection.id);
    },
  },
];
