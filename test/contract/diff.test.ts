// `diff` from outside: what changed, in groups and with paths; and the lines that git compares.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkshop, root, shop, shopText, type Workshop } from './cli.ts';

const [api, auth] = shop.components;
const changed = {
  ...shop,
  components: [
    { ...auth, name: 'Sign-in', view: { x: 1, y: 2 } },
    { ...api, capacity: { replicas: 4, concurrency: 4 } },
    { id: 'db', kind: 'sql-database', name: 'Data\u001b[31mbase' },
  ],
  connections: [...shop.connections, { id: 'auth-db', from: 'auth', to: 'db' }],
};
const text = (design: unknown): string => `${JSON.stringify(design, null, 2)}\n`;

let workshop: Workshop;
beforeAll(() => {
  workshop = createWorkshop();
  workshop.write('a.json', shopText);
  workshop.write('b.json', text(changed));
});
afterAll(() => {
  workshop.remove();
});

describe('diff', () => {
  it('tells in groups what changed, where, and sums up what only moved', async () => {
    const { code, out, err } = await workshop.run(['diff', 'a.json', 'b.json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.split('\n').map((line) => line.replace(/ {2,}/g, '  '));
    expect(lines).toEqual([
      'Components',
      '  Sign-in: name Auth → Sign-in  components.auth.name',
      '  API: replicas 2 → 4  components.api.capacity.replicas',
      '  added sql database Data [31mbase  components.db',
      '',
      'Connections',
      '  added connection Sign-in to Data [31mbase  connections.auth-db',
      '',
      'On the canvas only, moved: components 1',
      '',
    ]);
  });

  it('prints one document with --json, and takes standard input', async () => {
    const { code, out } = await workshop.run(['diff', 'a.json', '-', '--json'], text(changed));
    const { changes } = JSON.parse(out) as { changes: { path: string; before?: unknown; viewOnly: boolean }[] };
    expect(code).toBe(0);
    expect(changes.find(({ path }) => path === 'components.api.capacity.replicas')).toMatchObject({
      kind: 'changed',
      before: 2,
      after: 4,
    });
    expect(changes.filter(({ viewOnly }) => viewOnly).map(({ path }) => path)).toEqual(['components.auth.view']);
  });

  it('finds nothing between a design and itself in another order', async () => {
    workshop.write('turned.json', text({ ...shop, components: [auth, api] }));
    expect(await workshop.run(['diff', 'a.json', 'turned.json'])).toEqual({ code: 0, out: 'No difference\n', err: '' });
  });

  it('ends with 1 for what is no design and with 2 for wrong usage', async () => {
    workshop.write('broken.json', '{');
    const broken = await workshop.run(['diff', 'a.json', 'broken.json']);
    expect(broken.code).toBe(1);
    expect(broken.err).toMatch(/^broken\.json: line 1/);
    for (const args of [['a.json'], ['-', '-'], ['--textconv', 'a.json', 'b.json'], ['--textconv', 'a.json', '--json']])
      expect((await workshop.run(['diff', ...args])).code, args.join(' ')).toBe(2);
  });

  it('is what git compares once it is told so', async () => {
    const env: NodeJS.ProcessEnv = { ...process.env, GIT_CONFIG_NOSYSTEM: '1' };
    for (const name of ['INIT_CWD', 'GIT_DIR', 'GIT_INDEX_FILE', 'GIT_WORK_TREE']) delete env[name];
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
        cwd: workshop.folder,
        encoding: 'utf8',
        env,
      });
    workshop.write('.gitattributes', '*.spandrel.json diff=spandrel\n');
    workshop.write('shop.spandrel.json', shopText);
    git('init', '-q');
    git('config', 'diff.spandrel.textconv', `'${process.execPath}' '${join(root, 'out/main/cli.js')}' diff --textconv`);
    git('add', '.gitattributes', 'shop.spandrel.json');
    git('commit', '-q', '-m', 'one');
    workshop.write('shop.spandrel.json', JSON.stringify({ ...shop, components: [auth, api] }));
    expect(git('diff', '-U0')).not.toMatch(/^[-+][^-+]/m);
    workshop.write('shop.spandrel.json', text(changed));
    expect(git('diff', '-U0')).toContain(
      '-components.api.capacity.replicas: 2\n+components.api.capacity.replicas: 4\n',
    );
    // An unreadable version must not hide all the others from `git log -p`.
    const broken = await workshop.run(['diff', '--textconv', '-'], '{ "half');
    expect({ code: broken.code, out: broken.out }).toEqual({ code: 0, out: '{ "half' });
  });
});
