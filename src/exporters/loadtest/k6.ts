// k6: the arrivals as its executors, the objectives as its thresholds, then a fixed program that sends the requests.
import { executor } from './k6-executor.ts';
import { PROGRAM } from './k6-program.ts';
import type { Goal, LoadPlan, Stream } from './plan.ts';

/** The text of `loadtest.js`. */
export function k6Script(plan: LoadPlan): string {
  const options = { scenarios: scenarios(plan), thresholds: thresholds(plan) };
  const streams = Object.fromEntries(plan.streams.map((stream) => [stream.name, requestOf(stream)]));
  const functions = plan.streams.map(({ name }) => `export function ${exec(name)}() {\n  run('${name}');\n}\n`);
  return [
    "import http from 'k6/http';\nimport { sleep } from 'k6';\n",
    `export const options = ${JSON.stringify(options, null, 2)};\n`,
    `const STREAMS = ${JSON.stringify(streams, null, 2)};\n`,
    PROGRAM,
    ...functions,
  ].join('\n');
}

const exec = (name: string): string => name.replaceAll('-', '_');

function requestOf(stream: Stream): object {
  const { method, path, arrivals } = stream;
  const think = arrivals.process === 'closed' ? arrivals.think : null;
  return { method, path, tags: tagsOf(stream), think };
}

function tagsOf({ at, class: name }: Stream): object {
  return { at, ...(name === '' ? {} : { class: name }) };
}

function scenarios({ streams, durationS }: LoadPlan): object {
  return Object.fromEntries(
    streams.map((stream) => [
      stream.name,
      {
        ...executor(stream.arrivals, durationS),
        exec: exec(stream.name),
        gracefulStop: '30s',
        tags: tagsOf(stream),
      },
    ]),
  );
}

function thresholds({ goals }: LoadPlan): Record<string, string[]> {
  const held: Record<string, string[]> = {};
  for (const goal of goals) (held[metricOf(goal) + selector(goal)] ??= []).push(condition(goal));
  return held;
}

function metricOf({ figure }: Goal): string {
  if (figure === 'errorRate') return 'http_req_failed';
  return figure === 'throughputPerSecond' ? 'http_reqs' : 'http_req_duration';
}

function selector({ at, class: name }: Goal): string {
  const tags = [...(at === null ? [] : [`at:${at}`]), ...(name === null ? [] : [`class:${name}`])];
  return tags.length === 0 ? '' : `{${tags.join(',')}}`;
}

function condition({ figure, bound, value }: Goal): string {
  const sign = bound === 'below' ? '<' : '>';
  const percentile = /^p(\d+)$/.exec(figure);
  if (percentile) return `p(${percentile[1] ?? ''})${sign}${value}`;
  const names: Readonly<Record<string, string>> = { mean: 'avg', max: 'max' };
  return `${names[figure] ?? 'rate'}${sign}${value}`;
}
