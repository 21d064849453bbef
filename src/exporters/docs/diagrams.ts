// The diagrams of the chapters, as Mermaid draws them: the system among its neighbours, its parts, and one request.
import type { Design } from '../../model/design.ts';
import { fenced } from '../markdown.ts';
import { c4Context } from '../mermaid/c4.ts';
import { flowchart } from '../mermaid/flowchart.ts';
import { chosen } from '../mermaid/options.ts';
import { usualStart } from '../mermaid/request.ts';
import { sequence, type SequenceText } from '../mermaid/sequence.ts';

const USUAL = chosen({});

export function contextDiagram(design: Design): string {
  return fenced('mermaid', c4Context(design, USUAL));
}

export function partsDiagram(design: Design): string {
  return fenced('mermaid', flowchart(design, USUAL));
}

export function requestDiagram(design: Design): string {
  const made = usualRequest(design);
  return made === null ? '' : fenced('mermaid', made.text);
}

/** The request of the first arrivals; null where there is no component. */
export function usualRequest(design: Design): SequenceText | null {
  const start = usualStart(design);
  return start === undefined ? null : sequence(design, start, USUAL);
}
