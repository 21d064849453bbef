// The chapters of arc42 in their order, each a page in Markdown.
import { kindByKey } from '../../catalogue/index.ts';
import type { Component, Connection, Design } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import { isOutside } from '../drawn.ts';
import { inline, list, table } from '../markdown.ts';
import { decisions } from './chapters-decisions.ts';
import { contextDiagram, partsDiagram, requestDiagram } from './diagrams.ts';
import type { Figures } from './figures.ts';

export interface Site {
  readonly design: Design;
  /** Component id to the name of its page. */
  readonly pages: ReadonlyMap<string, string>;
  readonly figures: Figures | null;
  readonly findings: readonly Finding[];
}

export interface Chapter {
  readonly file: string;
  readonly title: { readonly en: string; readonly de: string };
  readonly body: (site: Site) => string;
}

export const CHAPTERS: readonly Chapter[] = [
  chapter('01-introduction-and-goals', 'Introduction and goals', 'Einführung und Ziele', introduction),
  chapter('02-constraints', 'Constraints', 'Randbedingungen', constraints),
  chapter('03-context', 'Context and scope', 'Kontextabgrenzung', context),
  chapter('04-solution-strategy', 'Solution strategy', 'Lösungsstrategie', strategy),
  chapter('05-building-blocks', 'Building block view', 'Bausteinsicht', buildingBlocks),
  chapter('06-runtime', 'Runtime view', 'Laufzeitsicht', runtime),
  chapter('07-deployment', 'Deployment view', 'Verteilungssicht', deployment),
  chapter('08-concepts', 'Crosscutting concepts', 'Querschnittliche Konzepte', concepts),
  chapter('09-decisions', 'Architecture decisions', 'Architekturentscheidungen', ({ design }) => decisions(design)),
  chapter('10-quality', 'Quality requirements', 'Qualitätsanforderungen', quality),
  chapter('11-risks', 'Risks and technical debt', 'Risiken und technische Schulden', risks),
  chapter('12-glossary', 'Glossary', 'Glossar', glossary),
];

function chapter(file: string, en: string, de: string, body: Chapter['body']): Chapter {
  return { file: `${file}.md`, title: { en, de }, body };
}

export function titleOf({ id, name }: { readonly id: string; readonly name?: string | undefined }): string {
  return inline(name ?? '') || id;
}

function link(site: Site, id: string): string {
  const component = site.design.components.find((one) => one.id === id);
  return component === undefined ? id : `[${titleOf(component)}](components/${site.pages.get(id) ?? ''})`;
}

const orNone = (text: string, items: readonly unknown[]): string =>
  items.length === 0 ? 'None in the design.\n' : text;

/** Nothing where there is no text. */
export function paragraph(text: string | undefined): string {
  const line = inline(text ?? '');
  return line === '' ? '' : `${line}\n\n`;
}

function introduction({ design }: Site): string {
  const rows = (design.objectives ?? []).map(({ id, metric, at, below, above }) => [
    id,
    inline(metric),
    inline(at ?? 'all arrivals'),
    below === undefined ? `above ${above ?? ''}` : `below ${below}`,
  ]);
  return `${paragraph(design.description)}## Objectives\n\n${orNone(table(['Objective', 'Metric', 'At', 'Bound'], rows), rows)}`;
}

function constraints({ design }: Site): string {
  const said = design.components.flatMap(({ runtime }) =>
    runtime?.language === undefined ? [] : [inline(runtime.language)],
  );
  const images = design.components.flatMap(({ runtime }) =>
    runtime?.image === undefined ? [] : [inline(runtime.image)],
  );
  const items = [
    ...[...new Set(said)].map((language) => `Language: ${language}`),
    ...[...new Set(images)].map((image) => `Image: ${image}`),
    `Currency of costs: ${inline(design.currency ?? 'USD')}`,
  ];
  return list(items);
}

const times = (count: number): string => (count === 1 ? 'once' : `up to ${count} times`);

function context(site: Site): string {
  const outside = site.design.components.filter(isOutside);
  const rows = outside.map(({ id, kind }) => [link(site, id), kindByKey(kind)?.title ?? inline(kind)]);
  return `${contextDiagram(site.design)}\n${orNone(table(['Neighbour', 'Kind'], rows), rows)}`;
}

function strategy({ design }: Site): string {
  return `The pattern of the architecture is **${design.pattern ?? 'mixed'}**. See the [decisions](09-decisions.md).\n`;
}

function buildingBlocks(site: Site): string {
  const rows = site.design.components.map((one) => [
    link(site, one.id),
    kindByKey(one.kind)?.title ?? inline(one.kind),
    inline(one.group ?? ''),
    inline(one.description ?? ''),
  ]);
  return `${partsDiagram(site.design)}\n## Component catalogue\n\n${table(['Component', 'Kind', 'Group', 'Description'], rows)}`;
}

function runtime({ design }: Site): string {
  return requestDiagram(design);
}

/** Its own, or the ready one of its kind. */
function imageOf({ kind, runtime: settings }: Component): string {
  return settings?.image ?? kindByKey(kind)?.workload?.image ?? '';
}

function deployment(site: Site): string {
  const rows = site.design.components
    .filter((one) => !isOutside(one))
    .map((one) => [
      link(site, one.id),
      String(one.capacity?.replicas ?? 1),
      one.autoscale === undefined ? 'no' : `${one.autoscale.min ?? 1} to ${one.autoscale.max ?? 10}`,
      inline(imageOf(one)),
      one.rollout?.strategy ?? 'rolling',
    ]);
  return orNone(table(['Component', 'Replicas', 'Autoscaled', 'Image', 'Rollout'], rows), rows);
}

function concepts(site: Site): string {
  const resilient = (site.design.connections ?? []).filter(isResilient);
  const rows = resilient.map((one) => [
    one.id,
    `${link(site, one.from)} → ${link(site, one.to)}`,
    one.timeoutMs === undefined ? '' : `${one.timeoutMs} ms`,
    one.retry === undefined ? '' : `${one.retry.attempts} tries`,
    one.circuitBreaker === undefined ? '' : `opens at ${one.circuitBreaker.failureRate ?? 0.5}`,
    one.bulkhead === undefined ? '' : String(one.bulkhead),
  ]);
  const caches = site.design.components.filter(({ hitRatio }) => hitRatio !== undefined);
  const brokers = site.design.components.filter(({ kind }) => kindByKey(kind)?.behaviour.station === 'broker');
  const cached = caches.map(({ id, hitRatio }) => `${link(site, id)}: hit ratio ${hitRatio ?? 0}`);
  const delivered = brokers.map(
    ({ id, kind, delivery, maxDeliveries }) =>
      `${link(site, id)}: ${delivery ?? kindByKey(kind)?.behaviour.delivery ?? 'compete'}, delivered ${times(maxDeliveries ?? 1)}`,
  );
  return [
    `## Resilience\n\n${orNone(table(['Connection', 'Way', 'Timeout', 'Retry', 'Breaker', 'Bulkhead'], rows), rows)}`,
    `## Caching\n\n${orNone(list(cached), cached)}`,
    `## Messaging\n\n${orNone(list(delivered), delivered)}`,
  ].join('\n');
}

function isResilient({ timeoutMs, retry, circuitBreaker, bulkhead }: Connection): boolean {
  return [timeoutMs, retry, circuitBreaker, bulkhead].some((value) => value !== undefined);
}

function quality({ design, figures }: Site): string {
  const rows = (figures?.rows ?? []).map(([figure, value]) => [figure, value]);
  const scenarios = (design.scenarios ?? []).map(
    (one) => `${titleOf(one)}: ${one.durationS} s, ${one.arrivals.length} streams of arrivals`,
  );
  const said =
    figures === null
      ? 'There are no figures: the design has no scenario that can be run.\n'
      : `${figures.source}, scenario ${inline(figures.scenario)}.\n\n${table(['Figure', 'Value'], rows)}`;
  return `## Scenarios\n\n${orNone(list(scenarios), scenarios)}\n## Figures\n\n${said}`;
}

function risks({ findings }: Site): string {
  const rows = findings.map(({ severity, rule, path, message, mend }) =>
    [severity, rule, path, message, mend].map(inline),
  );
  return orNone(table(['Severity', 'Rule', 'Where', 'Risk', 'Mend'], rows), rows);
}

function glossary({ design }: Site): string {
  const keys = [...new Set(design.components.map(({ kind }) => kind))].sort();
  const kinds = keys.flatMap((key) => kindByKey(key) ?? []);
  return table(
    ['Term', 'Meaning'],
    kinds.map(({ title, help }) => [inline(title), inline(help)]),
  );
}
