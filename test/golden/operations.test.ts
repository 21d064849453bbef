// Observability, load tests and documentation of random designs with hostile names, as the formats' own tools read them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Exporter, ExportFile, ExportOptions } from '../../src/exporters/exporter.ts';
import { docs } from '../../src/exporters/docs/docs.ts';
import { loadtest } from '../../src/exporters/loadtest/loadtest.ts';
import { observability } from '../../src/exporters/observability/observability.ts';
import { runExporter } from '../../src/exporters/index.ts';
import type { Design, Objective } from '../../src/model/design.ts';
import type { Distribution } from '../../src/model/distribution.ts';
import { hostileDesign, hostileId, hostileText, plainId } from './hostile-design.ts';
import { diagramsOf, docsFaults, readPages, textOf } from './readers/docs.ts';
import { hasPython, loadtest as readLoadTest, pythonFaults } from './readers/loadtest.ts';
import { hasPromtool, observability as readObservability, promtoolFaults } from './readers/observability.ts';
import { parseMermaid } from './mermaid-reader.ts';

async function exported(
  exporter: Exporter,
  design: Design,
  options: ExportOptions = {},
): Promise<readonly ExportFile[]> {
  const made = await runExporter(exporter, design, options);
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  return made.value;
}

const objectives: readonly Objective[] = [
  { id: 'errors', metric: 'errorRate', below: 0.01 },
  { id: 'p95', metric: 'responseMs.p95', below: 200 },
  { id: 'rate', metric: 'throughputPerSecond', above: 10 },
];

const thinks: readonly Distribution[] = [
  { distribution: 'erlang', meanMs: 10, phases: 3 },
  { distribution: 'hyperexponential', meanMs: 10, scv: 4 },
  { distribution: 'lognormal', meanMs: 10, scv: 2 },
  { distribution: 'weibull', meanMs: 10, shape: 0.7 },
  { distribution: 'pareto', minMs: 1, shape: 2.5 },
];

function withLoad(design: Design, name: string): Design {
  const at = design.components[0]?.id ?? '';
  return {
    ...design,
    objectives: [...objectives, { id: 'class', metric: `classes.${name}.responseMs.p99`, below: 100 }],
    scenarios: [
      {
        id: 'base',
        name,
        durationS: 20,
        arrivals: [
          { at, process: 'poisson', ratePerSecond: 2.5, class: name },
          {
            at,
            process: 'mmpp',
            states: [
              { ratePerSecond: 1, meanS: 3 },
              { ratePerSecond: 9, meanS: 1 },
            ],
          },
          {
            at,
            process: 'profile',
            points: [
              [2, 0],
              [10, 5],
              [30, 1],
            ],
          },
          { at, process: 'trace', timesMs: [1, 5000, 5001] },
          ...thinks.map((thinkMs) => ({ at, process: 'closed' as const, users: 3, thinkMs })),
        ],
      },
    ],
  };
}

const load = fc.tuple(hostileDesign(hostileId), hostileText).map(([design, name]) => withLoad(design, name));

it('the load tests of hostile designs are programs', async () => {
  const texts: string[] = [];
  await fc.assert(
    fc.asyncProperty(load, async (design) => {
      const files = await exported(loadtest, design);
      await readLoadTest(files.filter(({ path }) => !path.endsWith('.py')));
      texts.push(...files.filter(({ path }) => path.endsWith('.py')).map(({ text }) => text));
    }),
    { numRuns: 40 },
  );
  expect(texts.length).toBeGreaterThan(0);
  if (hasPython) expect(pythonFaults(texts)).toBe('');
});

function typeFaults(text: string, name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'spandrel-types-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, text);
    const paths = { k6: ['@types/k6'], 'k6/*': ['@types/k6/*'], '@grafana/schema': ['@grafana/schema'] };
    const compilerOptions = {
      ...{ target: 'es2022', module: 'esnext', moduleResolution: 'bundler', strict: false, types: ['k6'] },
      typeRoots: [resolve('node_modules/@types')],
      paths: Object.fromEntries(Object.entries(paths).map(([key, [to = '']]) => [key, [resolve('node_modules', to)]])),
      ...{ noEmit: true, allowJs: true, checkJs: true, skipLibCheck: true, noImplicitAny: false },
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [name] }));
    return spawnSync('node', [resolve('node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const small: Design = {
  spandrel: 1,
  name: 'Shop',
  components: [
    { id: 'api', kind: 'gateway', resources: { cpu: 1, memoryMiB: 256 } },
    { id: 'queue', kind: 'queue' },
  ],
  connections: [{ id: 'c', from: 'api', to: 'queue', mode: 'async', label: 'POST /orders' }],
};

it('the k6 script fits the types of k6', { timeout: 60_000 }, async () => {
  const files = await exported(loadtest, withLoad(small, 'buy'), { tool: 'k6' });
  const script = files.find(({ path }) => path === 'loadtest.js')?.text ?? '';
  expect(typeFaults(script, 'loadtest.js')).toBe('');
  expect(typeFaults(script.replace('sleep(draw(think) / 1000)', "sleep('x')"), 'loadtest.js')).toContain('TS2345');
});

it('the dashboards fit the types of Grafana', { timeout: 60_000 }, async () => {
  const files = await exported(observability, withLoad(small, 'buy'));
  const dashboards = files.filter(({ path }) => path.startsWith('grafana/dashboards/'));
  expect(dashboards.length).toBe(2);
  const text = (values: readonly string[]): string =>
    `import type { Dashboard } from '@grafana/schema';\nconst all: Dashboard[] = [${values.join(',')}];\nexport default all;\n`;
  const values = dashboards.map((file) => file.text);
  expect(typeFaults(text(values), 'dashboards.ts')).toBe('');
  expect(
    typeFaults(
      text(values.map((value) => value.replace('"schemaVersion": 39', '"schemaVersion": "x"'))),
      'dashboards.ts',
    ),
  ).toContain('TS');
});

it('the observability of hostile designs is read', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(hostileDesign(plainId), fc.constantFrom('loki', 'elk'), async (design, logging) => {
      const made = await runExporter(observability, withLoad(design, 'x'), { logging });
      if (made.ok) await readObservability(made.value);
      else expect(['empty-export', 'environment-value']).toContain(made.findings[0]?.rule);
    }),
    { numRuns: 12 },
  );
});

it.skipIf(!hasPromtool)('the unit tests of the alerts fail where an alert does not fire', async () => {
  const design = { ...withLoad(small, 'buy'), components: small.components };
  const at: Objective[] = [{ id: 'errors', metric: 'errorRate', at: 'api', below: 0.01 }];
  const files = await exported(observability, { ...design, objectives: at });
  expect(promtoolFaults(files)).toEqual([]);
  const broken = files.map((file) =>
    file.path === 'prometheus/rules.yaml' ? { ...file, text: file.text.replaceAll('5..', '4..') } : file,
  );
  expect(promtoolFaults(broken).join('')).toContain('ErrorBudgetBurn');
});

it(
  'the documentation of hostile designs has every title as text, and no markup of theirs',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(load, async (design) => {
        const pages = readPages(await exported(docs, design));
        expect(docsFaults(pages)).toEqual([]);
        for (const text of diagramsOf(pages)) await parseMermaid(text);
        const catalogue = pages.find(({ path }) => path === '05-building-blocks.md');
        const bare = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
        const shown = bare(catalogue === undefined ? '' : textOf(catalogue));
        for (const { name = '' } of design.components) expect(shown).toContain(bare(name));
      }),
      { numRuns: 40 },
    );
  },
);

it('figures of a simulation stand in place of the estimate', async () => {
  const results = JSON.stringify({
    scenario: 'base',
    requests: { errorRate: { mean: 0.125, ci95: 0 }, responseMs: {} },
  });
  const files = await exported(docs, withLoad(small, 'buy'), { results });
  const page = files.find(({ path }) => path === '10-quality.md')?.text;
  expect(page).toContain('Simulated, scenario base.');
  expect(page).toContain('| errorRate | 0.125 |');
  const refused = await runExporter(docs, small, { results: '{' });
  expect(refused.ok ? [] : refused.findings.map(({ rule }) => rule)).toEqual(['bad-results']);
});
