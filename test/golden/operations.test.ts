// Observability, load tests and documentation of random designs with hostile names, as the formats' own tools read them.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { expect, it } from 'vitest';
import type { Exporter, ExportFile, ExportOptions } from '../../src/exporters/exporter.ts';
import { docs } from '../../src/exporters/docs/docs.ts';
import { loadtest } from '../../src/exporters/loadtest/loadtest.ts';
import { observability } from '../../src/exporters/observability/observability.ts';
import { DURATION, REQUESTS } from '../../src/exporters/observability/rules.ts';
import { readDesign } from '../../src/model/read.ts';
import { runExporter } from '../../src/exporters/index.ts';
import type { Design, Objective } from '../../src/model/design.ts';
import type { Distribution } from '../../src/model/distribution.ts';
import { hostileDesign, hostileId, hostileText, plainId } from './hostile-design.ts';
import { diagramsOf, docsFaults, readDiagrams, readPages, textOf } from './readers/docs.ts';
import { hasPython, loadtest as readLoadTest, pythonFaults } from './readers/loadtest.ts';
import { hasPromtool, observability as readObservability, promtoolFaults } from './readers/observability.ts';

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

it('the load tests of hostile designs are programs', { timeout: 60_000 }, async () => {
  const texts: string[] = [];
  await fc.assert(
    fc.asyncProperty(load, async (design) => {
      const files = await exported(loadtest, design);
      await readLoadTest(files.filter(({ path }) => !path.endsWith('.py')));
      texts.push(...files.filter(({ path }) => path.endsWith('.py')).map(({ text }) => text));
    }),
    { numRuns: 15 },
  );
  expect(texts.length).toBeGreaterThan(0);
  if (hasPython) {
    expect(pythonFaults(texts)).toBe('');
    expect(pythonFaults(texts.map((text) => text.replace('import json', 'import')))).toContain('SyntaxError');
  }
});

const small: Design = {
  spandrel: 1,
  name: 'Shop',
  components: [
    { id: 'api', kind: 'gateway', resources: { cpu: 1, memoryMiB: 256 } },
    { id: 'queue', kind: 'queue' },
  ],
  connections: [{ id: 'c', from: 'api', to: 'queue', mode: 'async', label: 'POST /orders' }],
};

const FOLDER = 'templates/designs';
const templates = readdirSync(FOLDER).map((file) => {
  const read = readDesign(readFileSync(join(FOLDER, file), 'utf8'));
  if (!read.ok) throw new Error(file);
  return read.value;
});

/** Names of files to texts in; names of files to what TypeScript says against them out, by one run of it. */
function typeFaults(texts: Readonly<Record<string, string>>): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'spandrel-types-'));
  try {
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
    const paths = { k6: '@types/k6', 'k6/*': '@types/k6/*', '@grafana/schema': '@grafana/schema' };
    const { diagnostics } = runTypeScript(folder, Object.keys(texts), paths);
    const said = new Map<string, string>();
    for (const { file, code, messageText } of diagnostics) {
      const name = basename(file?.fileName ?? '');
      said.set(name, `${said.get(name) ?? ''}TS${code}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}\n`);
    }
    return said;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runTypeScript(folder: string, names: readonly string[], paths: Readonly<Record<string, string>>) {
  const program = ts.createProgram(
    names.map((name) => join(folder, name)),
    {
      ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, strict: false, noImplicitAny: false },
      ...{ moduleResolution: ts.ModuleResolutionKind.Bundler, types: ['k6'], lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] },
      typeRoots: [resolve('node_modules/@types')],
      paths: Object.fromEntries(Object.entries(paths).map(([key, to]) => [key, [resolve('node_modules', to)]])),
      ...{ noEmit: true, allowJs: true, checkJs: true, skipLibCheck: true },
    },
  );
  return { diagnostics: ts.getPreEmitDiagnostics(program) };
}

const dashboardsOf = (files: readonly ExportFile[]): string[] =>
  files.filter(({ path }) => path.startsWith('grafana/dashboards/')).map(({ text }) => text);

const asDashboards = (values: readonly string[]): string =>
  `import type { Dashboard } from '@grafana/schema';\nexport const all: Dashboard[] = [${values.join(',')}];\n`;

it('k6 scripts and dashboards of all designs fit the types of k6 and of Grafana', { timeout: 60_000 }, async () => {
  const designs = [...templates, withLoad(small, 'buy')];
  const scripts: string[] = [];
  const dashboards: string[] = [];
  for (const design of designs) {
    const made = await runExporter(loadtest, design, { tool: 'k6' });
    if (made.ok) scripts.push(made.value.find(({ path }) => path === 'loadtest.js')?.text ?? '');
    dashboards.push(...dashboardsOf(await exported(observability, design)));
  }
  expect(scripts.length).toBe(designs.length);
  expect(dashboards.length).toBe(2 * designs.length);
  const bad = (text = ''): string => text.replace('sleep(draw(think) / 1000)', "sleep('x')");
  const said = typeFaults({
    ...Object.fromEntries(scripts.map((text, at) => [`${at}.js`, text])),
    'broken.js': bad(scripts[0]),
    'dashboards.ts': asDashboards(dashboards),
    'broken.ts': asDashboards(
      dashboards.slice(0, 1).map((text) => text.replace('"schemaVersion": 39', '"schemaVersion": "x"')),
    ),
  });
  expect(said.get('broken.js')).toContain('TS2345');
  expect(said.get('broken.ts')).toContain('TS2322');
  expect([...said.keys()].sort()).toEqual(['broken.js', 'broken.ts']);
});

it('the alerts ask for metrics that the services of the scaffold have, in every language', () => {
  const folder = 'src/exporters/scaffold/languages';
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /metrics\.\w+\.txt$/i.test(name),
  );
  expect(sources.length).toBeGreaterThanOrEqual(4);
  for (const name of sources) {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const metric of [REQUESTS, DURATION]) expect(text, name).toContain(metric);
  }
});

it('the observability of hostile designs is read', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(hostileDesign(plainId), fc.constantFrom('loki', 'elk'), async (design, logging) => {
      const made = await runExporter(observability, withLoad(design, 'x'), { logging });
      if (made.ok) await readObservability(made.value);
      else expect(['empty-export', 'environment-value']).toContain(made.findings[0]?.rule);
    }),
    { numRuns: 5 },
  );
});

it.skipIf(!hasPromtool)('the unit tests of the alerts see each alert that is broken', { timeout: 60_000 }, async () => {
  const files = await exported(observability, withLoad(small, 'buy'));
  expect(promtoolFaults(files)).toEqual([]);
  const breaks = [
    ['5..', '4..', 'ErrorBudgetBurn'],
    ['> 0.2', '> 11', 'ResponseTimeAboveObjective'],
    ['< 10', '< -1', 'ThroughputBelowObjective'],
    ['== 1) or vector(0)) <', '== 1) or vector(9)) <', 'ReplicasMissing'],
    ['> 1000', '> 2000', 'QueueLag'],
  ] as const;
  // A part that stands nowhere would break nothing.
  const rules = files.find(({ path }) => path === 'prometheus/rules.yaml')?.text ?? '';
  for (const [part, , alert] of breaks) expect(rules, alert).toContain(part);
  const broken = breaks.reduce((text, [from, to]) => text.replaceAll(from, to), rules);
  const said = promtoolFaults(files.map((file) => (file.text === rules ? { ...file, text: broken } : file))).join('');
  for (const [, , alert] of breaks) expect(said).toMatch(new RegExp(`alertname=.{1,2}${alert}`));
});

it(
  'the documentation of hostile designs has every title as text, and no markup of theirs',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(load, async (design) => {
        const pages = readPages(await exported(docs, design));
        expect(docsFaults(pages)).toEqual([]);
        const { parts } = await readDiagrams(diagramsOf(pages));
        expect(parts.boxes.length).toBe(design.components.length);
        const catalogue = pages.find(({ path }) => path === '05-building-blocks.md');
        const bare = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
        const shown = bare(catalogue === undefined ? '' : textOf(catalogue));
        for (const { name = '' } of design.components) expect(shown).toContain(bare(name));
      }),
      { numRuns: 15 },
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
