// Who hands on messages, and who takes them.
import type { Component, Design } from '../model/design.ts';
import { kindByKey } from './index.ts';

/** Whether messages wait in it until consumers take them. */
export function isBroker(component: Component): boolean {
  return kindByKey(component.kind)?.behaviour.station === 'broker';
}

/** Ids of the components that take messages from a broker. */
export function consumerIds(design: Design): ReadonlySet<string> {
  const brokers = new Set(design.components.filter(isBroker).map(({ id }) => id));
  return new Set((design.connections ?? []).filter(({ from }) => brokers.has(from)).map(({ to }) => to));
}
