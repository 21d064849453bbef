import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildWorker } from '../../test/fixtures/built-worker.ts';
import { createJournal, type UnsavedWork } from './journal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spandrel-journal-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function work(documentId: string, text = `{"id":"${documentId}"}`): UnsavedWork {
  return { documentId, title: 'Shop', path: 'shop.spandrel.json', hash: 'h1', readOnly: false, text };
}

const ids = async (journal: ReturnType<typeof createJournal>): Promise<string[]> =>
  (await journal.claim()).works.map(({ documentId }) => documentId).sort();

describe('the journal', () => {
  it('gives what a closed window has left to the next one, whole, and to nobody else', async () => {
    const first = createJournal(folder, false);
    await first.keep(work('a', 'one'));
    await first.keep(work('a', 'two'));
    first.close();
    const second = createJournal(folder, false, () => new Date('2026-01-02T03:04:05Z'));
    const { works, notes } = await second.claim();
    expect(works).toEqual([{ ...work('a', 'two'), at: works[0]?.at }]);
    expect(notes).toEqual([]);
    expect(await ids(createJournal(folder, false))).toEqual([]);
  });

  it('does not touch what a living window keeps', async () => {
    const first = createJournal(folder, false);
    await first.keep(work('a'));
    const second = createJournal(folder, false);
    expect(await ids(second)).toEqual([]);
    await first.keep(work('a', 'later'));
    first.close();
    expect((await second.claim()).works[0]?.text).toBe('later');
  });

  it('lets only one of many take over what is left', async () => {
    const first = createJournal(folder, false);
    for (const id of ['a', 'b', 'c']) await first.keep(work(id));
    first.close();
    const claims = await Promise.all(Array.from({ length: 5 }, () => ids(createJournal(folder, false))));
    expect(claims.flat().sort()).toEqual(['a', 'b', 'c']);
  });

  it('forgets what was saved, also where a write of it was still under way', async () => {
    const journal = createJournal(folder, false);
    const kept = journal.keep(work('a'));
    await journal.forget('a');
    expect((await kept).ok).toBe(true);
    expect(await ids(journal)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('lets only its user read it', async () => {
    await createJournal(folder, false).keep(work('a'));
    const [owner = ''] = readdirSync(folder);
    expect(statSync(join(folder, owner)).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, owner, 'a.json')).mode & 0o777).toBe(0o600);
  });

  it('skips what is truncated, no JSON, huge, of another shape or under a wrong name, with a note, and puts it aside', async () => {
    const dead = join(folder, '999999999-x-1');
    mkdirSync(dead);
    const good = createJournal(folder, false);
    await good.keep(work('good'));
    const [owner = ''] = readdirSync(folder).filter((name) => name !== '999999999-x-1');
    const text = readFileSync(join(folder, owner, 'good.json'), 'utf8');
    good.close();
    writeFileSync(join(dead, 'half.json'), text.slice(0, text.length / 2));
    writeFileSync(join(dead, 'nothing.json'), '');
    writeFileSync(join(dead, 'binary.json'), Buffer.from([0xff, 0xfe, 0, 1]));
    writeFileSync(join(dead, 'shape.json'), JSON.stringify({ spandrelJournal: 1, documentId: '../../x', text: 3 }));
    writeFileSync(join(dead, 'other.json'), text);
    writeFileSync(join(dead, 'deep.json'), '['.repeat(200_000));
    writeFileSync(join(dead, 'huge.json'), '');
    truncateSync(join(dead, 'huge.json'), 2 ** 33);
    mkdirSync(join(dead, 'folder.json'));
    const { works, notes } = await createJournal(folder, false).claim();
    expect(works.map(({ documentId }) => documentId)).toEqual(['good']);
    expect(notes).toHaveLength(8);
    expect(new Set(notes.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(
      new Set(['unsaved-unreadable warning']),
    );
    // Told once, and still there for whoever wants to look.
    expect((await createJournal(folder, false).claim()).notes).toEqual([]);
    expect(readdirSync(join(folder, 'unreadable'))).toContain('half.json');
  });

  it('says so where it cannot write', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await createJournal(join(folder, 'file'), false).keep(work('a'))).toMatchObject({ ok: false });
  });

  it('outlives kill -9 of its process, and is left alone as long as that lives', async () => {
    const built = await buildWorker('main/files/journal.ts');
    const program = `
      import { createJournal } from ${JSON.stringify(pathToFileURL(built.file).href)};
      const journal = createJournal(${JSON.stringify(folder)}, false);
      await journal.keep(${JSON.stringify(work('killed', 'the last edit'))});
      console.log('kept');
      setInterval(() => undefined, 1000);
    `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(await ids(createJournal(folder, false))).toEqual([]);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect((await createJournal(folder, false).claim()).works[0]).toMatchObject(work('killed', 'the last edit'));
    await built.remove();
  });
});
