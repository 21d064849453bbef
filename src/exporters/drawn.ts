// What every drawing of a design asks: which arrows there are and which there cannot be, who is outside, what is shown.
import { kindByKey } from '../catalogue/index.ts';
import type { Component, Connection, Design } from '../model/design.ts';
import type { Finding } from '../model/finding.ts';

/** The connections of which both ends are in the design, in the order of the file. */
export function joined(design: Design): readonly Connection[] {
  const ids = new Set(design.components.map(({ id }) => id));
  return (design.connections ?? []).filter(({ from, to }) => ids.has(from) && ids.has(to));
}

/** The others, which lead nowhere. */
export function notDrawn(design: Design): Finding[] {
  const drawn = new Set(joined(design));
  return (design.connections ?? [])
    .filter((connection) => !drawn.has(connection))
    .map(({ id, from, to }) => ({
      rule: 'unknown-reference',
      severity: 'warning',
      path: `connections.${id}`,
      message: `the connection from ${from} to ${to} is not drawn, since one of them is not in the design`,
      mend: 'Connect it to components of the design, or remove it.',
    }));
}

/** Somebody, or a system of others: what the C4 model draws around the system. */
export function isOutside({ kind }: Component): boolean {
  const c4 = kindByKey(kind)?.look.c4;
  return c4 === 'Person' || c4 === 'System_Ext';
}

/** A label that shows nothing is as good as none. */
export function shown(text: string | undefined, otherwise: string): string {
  return text === undefined || text.trim() === '' ? otherwise : text;
}
