// Connecting two components: whether it may be, what the new connection starts with, and the edit itself.
import { kindByKey } from '../../src/catalogue/index.ts';
import { connect } from '../../src/model/edit.ts';
import { componentById, nameOf, wouldCloseCycle } from '../../src/model/graph.ts';
import type { Component, Connection, Design } from '../../src/model/design.ts';
import { documentStore, edit } from '../state/document.ts';
import { select } from '../state/selection.ts';

function isBroker(component: Component | undefined): boolean {
  return component !== undefined && kindByKey(component.kind)?.behaviour.station === 'broker';
}

/** To and from a broker nobody waits. */
export function modeBetween(design: Design, from: string, to: string): Connection['mode'] {
  return isBroker(componentById(design, from)) || isBroker(componentById(design, to)) ? 'async' : 'sync';
}

/** A sentence on why these two cannot be connected; null where they can. */
export function whyNotConnect(design: Design, from: string, to: string): string | null {
  const [source, target] = [componentById(design, from), componentById(design, to)];
  if (!source || !target) return 'A connection needs a component at both ends';
  if (from === to) return `${nameOf(source)} cannot call itself`;
  if (modeBetween(design, from, to) === 'sync' && wouldCloseCycle(design, from, to)) {
    return `${nameOf(target)} already waits for ${nameOf(source)}: synchronous calls may form no cycle`;
  }
  return null;
}

/** The text behind it says what to do instead. */
export const CYCLE_MEND = 'Connect through a queue or topic, or the other way round.';

export function connectComponents(from: string, to: string): void {
  const { design } = documentStore.getState();
  if (whyNotConnect(design, from, to) !== null) return;
  const names = [from, to].map((id) => {
    const component = componentById(design, id);
    return component ? nameOf(component) : id;
  });
  let id = '';
  edit(`connect ${names.join(' to ')}`, (draft) => {
    id = connect(draft, from, to, { mode: modeBetween(design, from, to) });
  });
  select({ connections: [id] });
}
