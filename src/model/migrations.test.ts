import { describe, expect, it } from 'vitest';
import { fail, succeed } from './finding.ts';
import { migrate, type Migration } from './migrations.ts';

const list: readonly Migration[] = [
  { from: 1, migrate: (tree) => succeed({ ...tree, one: true }) },
  {
    from: 2,
    migrate: (tree) =>
      tree.bad === true
        ? fail([{ rule: 'x', severity: 'error', path: 'bad', message: 'bad', mend: 'mend' }])
        : succeed({ ...tree, two: true }),
  },
];

describe('migrations', () => {
  it('follow one another to the newest version', () => {
    expect(migrate({ spandrel: 1, keep: 1 }, list, 3)).toEqual(succeed({ spandrel: 3, keep: 1, one: true, two: true }));
  });

  it('start where the file stands', () => {
    expect(migrate({ spandrel: 2 }, list, 3)).toEqual(succeed({ spandrel: 3, two: true }));
  });

  it('that fail say why', () => {
    expect(migrate({ spandrel: 1, bad: true }, list, 3)).toMatchObject({ ok: false, findings: [{ path: 'bad' }] });
  });

  it.each([[{}], [{ spandrel: 'one' }], [{ spandrel: 1.5 }], [{ spandrel: 0 }], [{ spandrel: 4 }]])(
    '%j has no way up',
    (tree) => {
      expect(migrate(tree, list, 3)).toMatchObject({
        ok: false,
        findings: [{ rule: 'format-version', path: 'spandrel' }],
      });
    },
  );

  it('a gap in the list is told', () => {
    expect(migrate({ spandrel: 1 }, list.slice(1), 3)).toMatchObject({
      ok: false,
      findings: [{ rule: 'format-version' }],
    });
  });
});
