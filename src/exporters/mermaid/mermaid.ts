// Mermaid: the design as one diagram, for a README, a wiki or a pull request.
import type { Design } from '../../model/design.ts';
import { fail, succeed, type Finding, type Outcome } from '../../model/finding.ts';
import { notDrawn } from '../drawn.ts';
import type { Exporter } from '../exporter.ts';
import { c4Container, c4Context } from './c4.ts';
import { notInDirection, outsideOfRequest, tooLarge, tooManyArrows } from './findings.ts';
import { flowchart } from './flowchart.ts';
import { chosen, mermaidOptions, type MermaidOptions } from './options.ts';
import { usualStart } from './request.ts';
import { sequence } from './sequence.ts';
import { rolloutStates } from './states.ts';

export const mermaid: Exporter = {
  id: 'mermaid',
  title: 'Mermaid diagram',
  description: 'A flowchart, the sequence of one request, a C4 diagram, or the states of the rollouts',
  fileName: 'architecture.mmd',
  stream: null,
  options: mermaidOptions,
  run: (design, options) => {
    if (design.components.length === 0) return succeed([]);
    const made = drawn(design, chosen(options));
    if (!made.ok) return made;
    return succeed([{ path: mermaid.fileName, text: made.value }], [...made.notes, ...tooLarge(made.value)]);
  },
};

function drawn(design: Design, options: MermaidOptions): Outcome<string> {
  switch (options.diagram) {
    case 'flowchart':
      return succeed(flowchart(design, options), [...notDrawn(design), ...tooManyArrows(design)]);
    case 'sequence':
      return drawnSequence(design, options);
    case 'c4-context':
      return succeed(c4Context(design, options), notDrawn(design));
    case 'c4-container':
      return succeed(c4Container(design, options), notDrawn(design));
    case 'state': {
      const text = rolloutStates(design, options);
      return text === null ? fail([NO_ROLLOUT]) : succeed(text);
    }
  }
}

function drawnSequence(design: Design, options: MermaidOptions): Outcome<string> {
  const { start } = options;
  const component = start === '' ? usualStart(design) : design.components.find(({ id }) => id === start);
  if (component === undefined) return fail([unknownStart(start)]);
  const made = sequence(design, component, options);
  return succeed(made.text, [...notDrawn(design), ...notInDirection(options), ...outsideOfRequest(design, made)]);
}

const NO_ROLLOUT: Finding = {
  rule: 'mermaid-no-rollout',
  severity: 'error',
  path: 'components',
  message: 'no component of the design has a rollout, so there are no states of one to draw',
  mend: 'Give a component a rollout strategy, or a scenario a rollout.',
};

function unknownStart(start: string): Finding {
  return {
    rule: 'unknown-reference',
    severity: 'error',
    path: 'options.start',
    message: `there is no component "${start}" where the request could begin`,
    mend: 'Give the id of a component of the design, or leave it empty.',
  };
}
