// Keys that change nothing where they stand: they are kept, and told.
import type { Component, Connection } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import { isSynchronous } from '../../model/graph.ts';
import { consumerIds, isBroker } from '../brokers.ts';
import { kindByKey } from '../index.ts';
import { advice, type Subject } from './subject.ts';

const BROKER_KEYS = ['delivery', 'maxDeliveries', 'deadLetter', 'partitions'] as const;

export function checkEffects(subject: Subject): Finding[] {
  const consumers = consumerIds(subject.design);
  const calls = new Map<string, number>();
  for (const connection of subject.connections)
    if (isSynchronous(connection)) calls.set(connection.from, (calls.get(connection.from) ?? 0) + 1);
  return [
    ...subject.design.components.flatMap((component, index) =>
      componentEffects(component, () => subject.pathOf('components', index), {
        consumes: consumers.has(component.id),
        calls: calls.get(component.id) ?? 0,
      }),
    ),
    ...subject.connections.flatMap((connection, index) =>
      connectionEffects(connection, () => subject.pathOf('connections', index), deliversFrom(subject, connection)),
    ),
  ];
}

function noEffect(path: string, message: string, mend: string): Finding {
  return advice('no-effect', path, message, mend);
}

interface Surroundings {
  readonly consumes: boolean;
  /** How many synchronous connections lead away. */
  readonly calls: number;
}

function componentEffects(component: Component, path: () => string, { consumes, calls }: Surroundings): Finding[] {
  const kind = kindByKey(component.kind);
  if (kind === undefined) return [];
  const findings: Finding[] = [];
  const tell = (key: string, message: string, mend = 'remove the key'): void => {
    findings.push(noEffect(`${path()}.${key}`, message, mend));
  };
  if (!isBroker(component)) {
    for (const key of BROKER_KEYS)
      if (component[key] !== undefined) tell(key, `only a queue, topic or stream has ${key}, and this is none`);
  }
  if ((component.hitRatio ?? 0) > 0 && kind.behaviour.answersItself !== true)
    tell(
      'hitRatio',
      `a hit ratio is for a cache or CDN, and this is of the kind ${kind.title}`,
      'remove the key, or change the kind',
    );
  if (typeof component.need === 'number') {
    if (component.calls !== 'parallel')
      tell(
        'need',
        'only parallel calls can be enough before all have answered',
        'set calls to parallel, or remove the key',
      );
    else if (component.need > calls)
      tell(
        'need',
        `of ${String(calls)} synchronous connections there can never be ${String(component.need)} that answer`,
        `give at most ${String(calls)}`,
      );
  }
  if (component.batch !== undefined && !consumes)
    tell(
      'batch',
      'only a consumer takes messages in batches, and no broker leads here',
      'connect a broker to it, or remove the key',
    );
  return findings;
}

function deliversFrom({ componentById }: Subject, { from }: Connection): boolean {
  const caller = componentById.get(from);
  return caller !== undefined && isBroker(caller);
}

function connectionEffects(connection: Connection, path: () => string, delivers: boolean): Finding[] {
  const { payloadKiB, bandwidthMbps, hedge, retry } = connection;
  const findings: Finding[] = [];
  const tell = (key: string, message: string, mend: string): void => {
    findings.push(noEffect(`${path()}.${key}`, message, mend));
  };
  if (payloadKiB !== undefined && payloadKiB > 0 && bandwidthMbps === undefined)
    tell('payloadKiB', 'a payload takes no time without a bandwidth', 'give the bandwidth as well');
  else if (bandwidthMbps !== undefined && payloadKiB === undefined)
    tell('bandwidthMbps', 'a bandwidth takes no time without a payload', 'give the payload as well');
  if (hedge !== undefined && delivers)
    tell('hedge', 'a broker waits for no answer, so no second message follows a late one', 'remove the key');
  if (retry?.budgetRatio !== undefined && retry.attempts <= 1)
    tell(
      'retry.budgetRatio',
      'with one attempt there are no retries to bound',
      'give more attempts, or remove the key',
    );
  return findings;
}
