// Random designs that are right as designs and as nasty as a design may be for whoever writes them in another format.
import fc from 'fast-check';
import { kinds } from '../../src/catalogue/index.ts';
import { ID_PATTERN, type Component, type Connection, type Design, type Group } from '../../src/model/design.ts';

/** Texts that mean something to Mermaid, YAML, HTML, Markdown, shells or templates. */
const TRAPS = [
  ...['end', 'graph TD', 'subgraph x', 'style a fill:#f00;', 'style x:#a;#b;', 'classDef x:#y;', 'click a href "x"'],
  ...['say "hi"', '`code`', '**bold** _it_ __x__', '# heading', '1. list', '- item', '+ item', '> quote', '12) twelve'],
  ...['<b>bold</b>', '<script>alert(1)</script>', '&lt;b&gt; &amp; &#35;', '#quot; #35; #;', '<br/>', 'a<b="c">'],
  ...['%% comment', '%%{init: {"theme":"dark"}}%%', '%%{wrap}%%', '---\ntitle: x\n---', 'x@{ shape: circle }', 'e1@'],
  ...['a --> b', 'a -- x --- o', '|pipe|', '[[x]] ((y)) {{z}} [(d)] >a] [/b/]', ']"] --> x', ':::cls', 'fa:fa-car x'],
  ...[
    'go direction TB now',
    'direction\tLR',
    'ﬂ°quot¶ß',
    '$$x^2$$',
    'http://a.b/c?d=e&f=g#h',
    'www.example.com',
    '~~no~~',
  ],
  ...[
    'yes',
    'no',
    'on',
    'null',
    '~',
    'true',
    '012',
    '0x1F',
    '1e3',
    '1:30',
    '1_000',
    '.inf',
    '2024-01-01',
    '=',
    '<<',
    '!x',
  ],
  ...[
    '&anchor',
    '*alias',
    '{{ .Values.x }}',
    '${HOME} $(id) %PATH%',
    'a: b',
    '- a\n- b',
    '# not a comment',
    "it's",
    '"',
  ],
  ...[
    'Größe №1 日本語',
    '🚀👩‍👩‍👧',
    'עברית',
    '\u202Ertl',
    'a\u00A0b',
    '\u2028x',
    ' edge ',
    '\ttab\t',
    'two\nlines',
    'a\r\nb\r',
    '',
  ],
  ...['\0', '\x1b[31m', '\uD800', '\uFFFE', '\u0085', 'x'.repeat(300), '\\n \\" \\', '</textarea>', "'; DROP TABLE--"],
];

export const hostileText = fc.oneof(
  fc.constantFrom(...TRAPS),
  fc.tuple(fc.constantFrom(...TRAPS), fc.constantFrom(...TRAPS)).map(([one, other]) => `${one} ${other}`),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 20 }),
);

const TRAP_IDS = [
  ...['end', 'graph', 'style', 'default', 'class', 'click', 'subgraph', 'v', 'v-1', 'x', 'o', 'x1', 'o1', 'TB', 'LR'],
  ...[
    'end-x',
    'my-end',
    'flowchart-elk',
    'swimlane-beta',
    'direction',
    'x-direction',
    'TD1',
    'linkStyle',
    'href',
    'call',
  ],
  ...['constructor', 'toString', 'hasOwnProperty', 'L_a_b_0', 'L_a_b_0_', 'n_end_', 'a--b', 'a--', 'a-', 'A_', 'a---o'],
  ...['accTitle', 'accDescr', 'interpolate', 'namespace', 'db', 'db-headless', 'Db', 'a_b', 'a-b', 'x'.repeat(63)],
  ...['null', 'true', 'yes', 'no', 'on', 'y', 'n', 'default-x', 'style_', 'end_', 'graph-1', 'classDef'],
];

export const hostileId = fc.oneof(
  fc.constantFrom(...TRAP_IDS),
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,9}$/).filter((id) => ID_PATTERN.test(id)),
);

/** Ids that make object names without fault: no two alike when lower-cased, no bad ending, none too long. */
export const plainId = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);

const someOf = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const environmentName = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,8}$/);

const runtime = fc.record(
  {
    image: fc.constantFrom(
      'registry.example.com/shop/api:1.4.0',
      'postgres:17',
      'ghcr.io/a/b@sha256:' + 'a'.repeat(64),
    ),
    port: fc.integer({ min: 1, max: 65_535 }),
    healthPath: fc.constantFrom('/health', 'healthz', '/a b?c=#d"'),
    env: fc.dictionary(environmentName, hostileText, { maxKeys: 4, noNullPrototype: true }),
    secrets: fc.uniqueArray(environmentName, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

const autoscale = fc.record(
  {
    metric: fc.constantFrom('utilisation', 'waiting', 'ratePerSecond'),
    target: fc.constantFrom(0.001, 0.6, 1, 12.5, 400),
    min: fc.integer({ min: 0, max: 3 }),
    max: fc.integer({ min: 3, max: 40 }),
    periodS: fc.constantFrom(15, 30),
    startupS: fc.constantFrom(0, 20, 1000),
    stabilisationDownS: fc.constantFrom(0, 12.5, 300, 7200),
    tolerance: fc.constantFrom(0, 0.1, 0.05),
  },
  { requiredKeys: [] },
);

function component(id: string, groups: readonly string[]): fc.Arbitrary<Component> {
  return fc.record(
    {
      id: fc.constant(id),
      kind: fc.constantFrom(...kinds.map((kind) => kind.key)),
      name: hostileText,
      ...(groups.length > 0 ? { group: fc.constantFrom(...groups) } : {}),
      capacity: fc.record({ replicas: fc.integer({ min: 0, max: 9 }) }),
      resources: fc.record(
        { cpu: fc.constantFrom(0.0001, 0.25, 0.5, 1, 2.5), memoryMiB: fc.constantFrom(0.3, 64, 256.5, 4096) },
        { requiredKeys: [] },
      ),
      autoscale,
      rollout: fc.record({ strategy: fc.constantFrom('rolling', 'blue-green', 'canary', 'recreate') }),
      runtime,
    },
    { requiredKeys: ['id', 'kind'] },
  ) as fc.Arbitrary<Component>;
}

function group(id: string, earlier: readonly string[]): fc.Arbitrary<Group> {
  const parent = earlier.length === 0 ? fc.constant(undefined) : someOf(fc.constantFrom(...earlier));
  return fc
    .record({ name: someOf(hostileText), kind: fc.constantFrom('layer', 'boundary', 'module', 'zone'), parent })
    .map((rest) => ({ id, ...rest }) as Group);
}

function connection(number: number, ids: readonly string[]): fc.Arbitrary<Connection> {
  return fc
    .record({
      from: fc.constantFrom(...ids),
      to: fc.constantFrom(...ids),
      mode: someOf(fc.constantFrom('sync', 'async')),
      protocol: someOf(fc.oneof(hostileText, fc.constantFrom('http', 'grpc', 'sql', 'amqp', 'REST/gRPC'))),
      label: someOf(hostileText),
      timeoutMs: someOf(fc.constantFrom(100, 2000)),
    })
    .map((rest) => ({ id: `c${number}`, ...rest }) as Connection);
}

/** Keys that stand for nothing are left out, as in a file. */
function withoutUndefined(design: Design): Design {
  return JSON.parse(JSON.stringify(design)) as Design;
}

export function hostileDesign(ids: fc.Arbitrary<string>): fc.Arbitrary<Design> {
  return fc
    .record({
      name: hostileText,
      componentIds: fc.uniqueArray(ids, { minLength: 1, maxLength: 8 }),
      groupIds: fc.uniqueArray(ids, { maxLength: 4 }),
      connections: fc.nat({ max: 10 }),
    })
    .chain(({ name, componentIds, groupIds, connections }) =>
      fc.record({
        spandrel: fc.constant(1 as const),
        name: fc.constant(name),
        groups: fc.tuple(...groupIds.map((id, at) => group(id, groupIds.slice(0, at)))),
        components: fc.tuple(...componentIds.map((id) => component(id, groupIds))),
        connections: fc.tuple(...Array.from({ length: connections }, (_, number) => connection(number, componentIds))),
      }),
    )
    .map(withoutUndefined);
}
