// The page of one component: its figures, and its neighbours.
import { kindByKey } from '../../catalogue/index.ts';
import type { Component } from '../../model/design.ts';
import { momentsOf } from '../../model/moments.ts';
import { joined } from '../drawn.ts';
import { inline, table } from '../markdown.ts';
import { paragraph, titleOf, type Site } from './chapters.ts';

/** The page of one component: what it is, whom it calls and who calls it. */
export function componentPage(site: Site, component: Component): string {
  const { design } = site;
  const { capacity = {}, service, resources, cost, description } = component;
  const rows = [
    ['Id', component.id],
    ['Kind', kindByKey(component.kind)?.title ?? inline(component.kind)],
    ['Replicas', String(capacity.replicas ?? 1)],
    ['Concurrency', String(capacity.concurrency ?? 1)],
    [
      'Work',
      service === undefined
        ? '0 ms'
        : `${service.distribution}, ${Number(momentsOf(service).meanMs.toPrecision(4))} ms`,
    ],
    ...(resources?.cpu === undefined ? [] : [['CPU, in cores', String(resources.cpu)]]),
    ...(resources?.memoryMiB === undefined ? [] : [['Memory', `${resources.memoryMiB} MiB`]]),
    ...(cost?.perReplicaHour === undefined
      ? []
      : [['Cost', `${cost.perReplicaHour} ${inline(design.currency ?? 'USD')} per replica and hour`]]),
  ];
  return [
    `# ${titleOf(component)}\n`,
    ...[paragraph(description).trimEnd()].filter((text) => text !== '').map((text) => `${text}\n`),
    table(['Property', 'Value'], rows),
    ...neighbours(site, component.id),
    'Back to the [catalogue](../05-building-blocks.md#component-catalogue).\n',
  ].join('\n');
}

function neighbours({ design, pages }: Site, id: string): string[] {
  const sides = [
    ['Calls', joined(design).filter(({ from }) => from === id), 'to'],
    ['Called by', joined(design).filter(({ to }) => to === id), 'from'],
  ] as const;
  const named = (other: string): string => {
    const component = design.components.find((one) => one.id === other);
    return component === undefined ? other : `[${titleOf(component)}](${pages.get(other) ?? ''})`;
  };
  return sides.flatMap(([title, connections, end]) => {
    if (connections.length === 0) return [];
    const rows = connections.map((one) => [
      one.id,
      named(one[end]),
      one.mode ?? 'sync',
      inline(one.protocol ?? ''),
      inline(one.label ?? ''),
    ]);
    return [`## ${title}\n\n${table(['Connection', 'Component', 'Mode', 'Protocol', 'Label'], rows)}`];
  });
}
