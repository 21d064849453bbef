// promtool for Prometheus, YAML and JSON for the rest; of the collectors, whether each member of a pipeline is declared.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import type { ExportFile } from '../../../src/exporters/exporter.ts';
import { LEDGER } from '../../../src/exporters/mark.ts';
import type { Reader } from './reader.ts';

export const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

interface Collector {
  readonly extensions: object;
  readonly receivers: object;
  readonly processors: object;
  readonly exporters: object;
  readonly service: {
    readonly extensions: readonly string[];
    readonly pipelines: Record<string, Record<'receivers' | 'processors' | 'exporters', string[]>>;
  };
}

/** Members of a pipeline that are declared nowhere, and what is declared for nothing. */
export function collectorFaults(text: string): string[] {
  const config = parse(text) as Collector;
  const kinds = ['receivers', 'processors', 'exporters'] as const;
  const compare = (declared: object, used: readonly string[]): string[] => [
    ...used.filter((name) => !(name in declared)).map((name) => `${name} is not declared`),
    ...Object.keys(declared)
      .filter((name) => !used.includes(name))
      .map((name) => `${name} is not used`),
  ];
  return [
    ...compare(config.extensions, config.service.extensions),
    ...kinds.flatMap((kind) =>
      compare(
        config[kind],
        Object.values(config.service.pipelines).flatMap((one) => one[kind]),
      ),
    ),
  ];
}

/** What promtool says against the files, with the unit tests of the alerts among them; empty where all is well. */
export function promtoolFaults(files: readonly ExportFile[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'spandrel-prometheus-'));
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const at = (name: string): string => join(folder, 'prometheus', name);
    const hasTests = files.some(({ path }) => path === 'prometheus/tests.yaml');
    const runs = [
      ['check', 'config', at('prometheus.yaml')],
      ...(hasTests ? [['test', 'rules', at('tests.yaml')]] : []),
    ];
    return runs.flatMap((words) => {
      const { status, stdout, stderr } = spawnSync('promtool', words, { encoding: 'utf8' });
      return status === 0 ? [] : [stdout + stderr];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const observability: Reader = (files) => {
  for (const { path, text } of files.filter((file) => file.path !== LEDGER)) {
    const value: unknown = path.endsWith('.json') ? JSON.parse(text) : parse(text);
    expect(value, path).toBeTypeOf('object');
  }
  const collectors = files.filter(({ path }) => /^(otel-collector|jaeger)\//.test(path));
  expect(collectors.flatMap(({ text }) => collectorFaults(text))).toEqual([]);
  if (hasPromtool) expect(promtoolFaults(files)).toEqual([]);
  return Promise.resolve();
};
