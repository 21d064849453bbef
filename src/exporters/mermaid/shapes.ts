// How a node of each shape is written: its brackets where Mermaid has some, else the shape's name after it.
import type { MermaidShape } from '../../catalogue/kind.ts';

const BRACKETS: Readonly<Record<MermaidShape, readonly [open: string, close: string]>> = {
  rect: ['[', ']'],
  rounded: ['(', ')'],
  stadium: ['([', '])'],
  cyl: ['[(', ')]'],
  hex: ['{{', '}}'],
  subproc: ['[[', ']]'],
  circle: ['((', '))'],
  das: ['[', ']@{ shape: das }'],
  doc: ['[', ']@{ shape: doc }'],
};

export function node(id: string, quotedLabel: string, shape: MermaidShape): string {
  const [open, close] = BRACKETS[shape];
  return `${id}${open}${quotedLabel}${close}`;
}
