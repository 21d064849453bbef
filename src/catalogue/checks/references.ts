// What is named must be there: kinds, components, groups and connections.
import type { Fault, Scenario } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import { suggestion } from '../../model/nearest.ts';
import { isBroker } from '../brokers.ts';
import { kindByKey, kinds } from '../index.ts';
import { error, type Subject, titleOf } from './subject.ts';

export function checkReferences(subject: Subject): Finding[] {
  return [
    ...subject.groups.flatMap(({ parent }, index) =>
      parent === undefined ? [] : groupNamed(subject, parent, `${subject.pathOf('groups', index)}.parent`),
    ),
    ...groupLatencies(subject),
    ...components(subject),
    ...subject.connections.flatMap(({ from, to }, index) => [
      ...componentNamed(subject, from, () => `${subject.pathOf('connections', index)}.from`),
      ...componentNamed(subject, to, () => `${subject.pathOf('connections', index)}.to`),
    ]),
    ...(subject.design.scenarios ?? []).flatMap((scenario, index) =>
      scenarioNames(subject, scenario, subject.pathOf('scenarios', index)),
    ),
  ];
}

function components(subject: Subject): Finding[] {
  return subject.design.components.flatMap(({ id, kind, group, deadLetter }, index) => {
    const path = subject.pathOf('components', index);
    return [
      ...(kindByKey(kind) === undefined ? [unknownKind(kind, `${path}.kind`)] : []),
      ...(group === undefined ? [] : groupNamed(subject, group, `${path}.group`)),
      ...(deadLetter === undefined ? [] : deadLetterNamed(subject, id, deadLetter, `${path}.deadLetter`)),
    ];
  });
}

function unknownKind(kind: string, path: string): Finding {
  return error(
    'unknown-kind',
    path,
    `there is no kind "${kind}"`,
    suggestion(
      kind,
      kinds.map(({ key }) => key),
    ),
  );
}

function deadLetterNamed(subject: Subject, id: string, target: string, path: string): Finding[] {
  const component = subject.componentById.get(target);
  if (component === undefined) return componentNamed(subject, target, () => path);
  if (target === id) {
    const message = `dead letters of ${titleOf(subject, id)} would go back to itself`;
    return [error('dead-letter', path, message, 'name another queue, or remove the key to drop such messages')];
  }
  if (isBroker(component) || kindByKey(component.kind) === undefined) return [];
  const message = `dead letters go to a queue, topic or stream, and ${titleOf(subject, target)} is none`;
  return [error('dead-letter', path, message, 'name a queue, or remove the key to drop such messages')];
}

function groupLatencies(subject: Subject): Finding[] {
  return (subject.design.groupLatencies ?? []).flatMap(({ from, to }, index) => {
    const path = `groupLatencies.${String(index)}`;
    return [...groupNamed(subject, from, `${path}.from`), ...groupNamed(subject, to, `${path}.to`)];
  });
}

function scenarioNames(subject: Subject, scenario: Scenario, path: string): Finding[] {
  const namedAt = (at: string, place: string): Finding[] => componentNamed(subject, at, () => `${path}.${place}.at`);
  return [
    ...scenario.arrivals.flatMap(({ at }, index) => namedAt(at, `arrivals.${String(index)}`)),
    ...(scenario.faults ?? []).flatMap((fault, index) => faultNames(subject, fault, `${path}.faults.${String(index)}`)),
    ...(scenario.rollouts ?? []).flatMap(({ at }, index) => namedAt(at, `rollouts.${String(index)}`)),
  ];
}

function faultNames(subject: Subject, fault: Fault, path: string): Finding[] {
  const { componentById, groupById, connectionById } = subject;
  if ('connection' in fault) {
    const { connection } = fault;
    if (connectionById.has(connection)) return [];
    return [unknown('connection', connection, connectionById.keys(), `${path}.connection`)];
  }
  if (componentById.has(fault.at) || groupById.has(fault.at)) return [];
  return [unknown('component or group', fault.at, [...componentById.keys(), ...groupById.keys()], `${path}.at`)];
}

export function componentNamed({ componentById }: Subject, id: string, path: () => string): Finding[] {
  return componentById.has(id) ? [] : [unknown('component', id, componentById.keys(), path())];
}

function groupNamed({ groupById }: Subject, id: string, path: string): Finding[] {
  return groupById.has(id) ? [] : [unknown('group', id, groupById.keys(), path)];
}

function unknown(noun: string, id: string, ids: Iterable<string>, path: string): Finding {
  return error('unknown-reference', path, `there is no ${noun} "${id}"`, suggestion(id, [...ids]));
}
