// One request through a design as the text of a Mermaid sequence diagram.
import type { Component, Design } from '../../model/design.ts';
import type { GroupNode } from '../../model/group-tree.ts';
import { shown } from '../drawn.ts';
import { plainLabel } from './label.ts';
import { isWord, nodeIds, type NodeIds } from './node-ids.ts';
import type { MermaidOptions } from './options.ts';
import { forestOf, kindOf, pruned, themeLines, titleOf } from './parts.ts';
import { requestFrom, type Step } from './request.ts';

export interface SequenceText {
  readonly text: string;
  readonly isCut: boolean;
  /** The pairs of components, as `from to`, between which an arrow is drawn. */
  readonly drawn: ReadonlySet<string>;
}

const ARROWS = { call: '->>', answer: '-->>', send: '-)' } as const;

/** The request that begins at `start`. Only who takes part stands in the diagram; a box for each group. */
export function sequence(design: Design, start: Component, options: MermaidOptions): SequenceText {
  const { steps, isCut } = requestFrom(design, start);
  const messages = messagesOf(steps);
  const present = new Set([start.id, ...messages.flatMap(({ from, to }) => [from, to])]);
  const forest = pruned(forestOf(design, options.grouping), ({ id }) => present.has(id));
  const ids = nodeIds(design, [], isWord);
  const first = (components: readonly Component[]) => components.toSorted((a, b) => rank(a) - rank(b));
  const rank = ({ id }: Component) => (id === start.id ? 0 : 1);
  const lines = [
    ...themeLines(options),
    'sequenceDiagram',
    ...first(forest.loose).map((component) => `  ${participant(component, ids)}`),
    ...forest.roots.flatMap((group) => boxes(group, [], ids)),
    ...steps.flatMap((step) => linesOf(step, ids, '  ')),
  ];
  return { text: `${lines.join('\n')}\n`, isCut, drawn: new Set(messages.map(({ from, to }) => `${from} ${to}`)) };
}

function messagesOf(steps: readonly Step[]): Extract<Step, { type: 'message' }>[] {
  return steps.flatMap((step) => {
    if (step.type === 'message') return step.arrow === 'answer' ? [] : [step];
    return step.type === 'block' ? step.sections.flatMap((section) => messagesOf(section.steps)) : [];
  });
}

/** Boxes of a sequence diagram do not nest, so that one within others carries their titles too. */
function boxes(group: GroupNode, above: readonly string[], ids: NodeIds): string[] {
  const path = [...above, shown(group.title, group.id)];
  const own = [
    `  box transparent ${plainLabel(path.join(' / '))}`,
    ...group.components.map((component) => `    ${participant(component, ids)}`),
    '  end',
  ];
  return [...(group.components.length === 0 ? [] : own), ...group.children.flatMap((child) => boxes(child, path, ids))];
}

function participant(component: Component, ids: NodeIds): string {
  const word = kindOf(component)?.look.c4 === 'Person' ? 'actor' : 'participant';
  return `${word} ${ids.component(component.id)} as ${plainLabel(titleOf(component))}`;
}

function linesOf(step: Step, ids: NodeIds, indent: string): string[] {
  if (step.type === 'note') return [`${indent}Note over ${ids.component(step.at)}: ${plainLabel(step.text)}`];
  if (step.type === 'message') {
    const { arrow, from, to, text } = step;
    return [`${indent}${ids.component(from)}${ARROWS[arrow]}${ids.component(to)}: ${plainLabel(text)}`];
  }
  const next = step.keyword === 'par' ? 'and' : 'else';
  const sections = step.sections.flatMap(({ title, steps }, at) => [
    `${indent}${at === 0 ? step.keyword : next} ${plainLabel(title)}`.trimEnd(),
    ...steps.flatMap((inner) => linesOf(inner, ids, `${indent}  `)),
  ]);
  return [...sections, `${indent}end`];
}
