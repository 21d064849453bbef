// How new versions come in as the text of a Mermaid state diagram: a state with states inside for each component.
import type { Component, Design, Rollout } from '../../model/design.ts';
import type { GroupForest, GroupNode } from '../../model/group-tree.ts';
import { plainLabel, quotedLabel } from './label.ts';
import { isWord, nodeIds, type NodeIds } from './node-ids.ts';
import type { MermaidOptions } from './options.ts';
import { shown } from '../drawn.ts';
import { allGroups, forestOf, pruned, themeLines, titleOf } from './parts.ts';
import { percent } from './request.ts';

interface Machine {
  readonly states: readonly { readonly key: string; readonly title: string }[];
  /** `*` is the start before an arrow and the end behind it. */
  readonly moves: readonly { readonly from: string; readonly to: string; readonly text: string }[];
}

const OLD = { key: 'old', title: 'Old version' };
const NEW = { key: 'new', title: 'New version' };
const BEGIN = { from: '*', to: 'old', text: '' };
const DONE = { from: 'new', to: '*', text: '' };
const DIRECTIONS = { TD: 'TB', LR: 'LR', BT: 'BT', RL: 'RL' } as const;

/** Null where no component has a rollout. */
export function rolloutStates(design: Design, options: MermaidOptions): string | null {
  const machines = new Map(
    design.components.flatMap((component) => {
      const found = rolloutsOf(design, component);
      return found.length === 0 ? [] : [[component.id, found.map(machineOf)] as const];
    }),
  );
  if (machines.size === 0) return null;
  const forest = pruned(forestOf(design, options.grouping), ({ id }) => machines.has(id));
  const ids = nodeIds(design, allGroups(forest.roots), isWord);
  const lines = [
    ...themeLines(options),
    'stateDiagram-v2',
    `  direction ${DIRECTIONS[options.direction]}`,
    ...inside(forest, machines, ids, '  '),
  ];
  return `${lines.join('\n')}\n`;
}

/** What the scenarios plan for a component, one of each kind; else what its strategy alone says. */
function rolloutsOf(design: Design, component: Component): readonly Rollout[] {
  const planned = (design.scenarios ?? [])
    .flatMap(({ rollouts = [] }) => rollouts)
    .filter(({ at }) => at === component.id);
  const different = new Map(planned.map((rollout) => [JSON.stringify(machineOf(rollout)), rollout]));
  if (different.size > 0) return [...different.values()];
  const strategy = component.rollout?.strategy;
  if (strategy === undefined) return [];
  const bare = { at: component.id, startS: 0 };
  return [strategy === 'canary' ? { ...bare, strategy, steps: [] } : { ...bare, strategy }];
}

function machineOf(rollout: Rollout): Machine {
  const start = rollout.startupS === undefined ? '' : `, ${rollout.startupS} s to start`;
  switch (rollout.strategy) {
    case 'rolling': {
      const { maxSurge = '25%', maxUnavailable = '25%' } = rollout;
      const text = `up to ${maxSurge} more, up to ${maxUnavailable} fewer`;
      return straight([{ key: 'mixed', title: 'Both versions' }], [text, 'all replaced'], {
        from: 'mixed',
        to: 'mixed',
        text: `the next replicas${start}`,
      });
    }
    case 'recreate':
      return straight([{ key: 'stopped', title: 'Nothing is served' }], ['stop all', `start all${start}`]);
    case 'blue-green':
      return straight(
        [
          { key: 'beside', title: 'New version beside the old' },
          { key: 'switched', title: 'New version serves, old one waits' },
        ],
        [`start all${start}`, 'switch all requests', `stop the old after ${rollout.overlapS ?? 0} s`],
      );
    case 'canary':
      return canary(rollout, start);
  }
}

function canary({ steps, abortOn }: Extract<Rollout, { strategy: 'canary' }>, start: string): Machine {
  const planned = steps.map(({ weight, holdS }, at) => ({
    key: `step${at + 1}`,
    title: `${percent(weight)} of requests to the new version`,
    holdS,
  }));
  const trials =
    planned.length > 0 ? planned : [{ key: 'step1', title: 'Some requests to the new version', holdS: null }];
  const texts = trials.map(({ holdS }) => (holdS === null ? 'all is well' : `all is well for ${holdS} s`));
  const machine = straight(
    trials.map(({ key, title }) => ({ key, title })),
    [`start one${start}`, ...texts],
  );
  const why = abortOn === undefined ? 'abort' : `more than ${percent(abortOn.errorRate)} errors`;
  return {
    states: [...machine.states, { key: 'aborted', title: 'Aborted' }],
    moves: [
      ...machine.moves,
      ...trials.map(({ key }) => ({ from: key, to: 'aborted', text: why })),
      { from: 'aborted', to: 'old', text: 'all requests back to the old version' },
    ],
  };
}

/** From the old version through the given states to the new one, with a text for each move. */
function straight(between: Machine['states'], texts: readonly string[], ...more: Machine['moves']): Machine {
  const states = [OLD, ...between, NEW];
  const moves = texts.map((text, at) => ({ from: states[at]?.key ?? '', to: states[at + 1]?.key ?? '', text }));
  return { states, moves: [BEGIN, ...moves, ...more, DONE] };
}

function inside(
  { roots, loose }: GroupForest,
  machines: ReadonlyMap<string, readonly Machine[]>,
  ids: NodeIds,
  indent: string,
): string[] {
  const composite = (label: string, id: string, lines: readonly string[]) => [
    `${indent}state ${quotedLabel(label)} as ${id} {`,
    ...lines,
    `${indent}}`,
  ];
  const deeper = `${indent}  `;
  return [
    ...loose.flatMap((component) =>
      (machines.get(component.id) ?? []).flatMap((machine, at) => {
        const id = `${at === 0 ? '' : `plan${at + 1}_`}of_${ids.component(component.id)}`;
        return composite(titleOf(component), `rollout_${id}`, machineLines(machine, id, deeper));
      }),
    ),
    ...roots.flatMap((group: GroupNode) =>
      composite(
        shown(group.title, group.id),
        `group_of_${ids.group(group.id)}`,
        inside({ roots: group.children, loose: group.components }, machines, ids, deeper),
      ),
    ),
  ];
}

function machineLines({ states, moves }: Machine, id: string, indent: string): string[] {
  const name = (key: string) => (key === '*' ? '[*]' : `${key}_${id}`);
  return [
    ...states.map(({ key, title }) => `${indent}state ${quotedLabel(title)} as ${name(key)}`),
    ...moves.map(({ from, to, text }) => {
      const arrow = `${indent}${name(from)} --> ${name(to)}`;
      return text === '' ? arrow : `${arrow}: ${plainLabel(text)}`;
    }),
  ];
}
