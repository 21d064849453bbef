// The loopback host as a browser meets it: a real process, a real socket, and everything that it refuses.
import { mkdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { CallInput, CallName, CallOutput, SocketReply } from '../../src/ipc/contract.ts';
import { createWorkshop, ended, shop, shopText, type Ran, type Workshop } from './cli.ts';

let workshop: Workshop;
beforeAll(() => {
  workshop = createWorkshop();
  mkdirSync(workshop.at('designs/below'), { recursive: true });
  workshop.write('designs/shop.json', shopText);
  workshop.write('designs/below/other.json', shopText);
  workshop.write('designs/.hidden.json', shopText);
  workshop.write('secret.json', shopText);
  if (process.platform !== 'win32') {
    symlinkSync('../secret.json', workshop.at('designs/link.json'));
    symlinkSync('..', workshop.at('designs/up'));
  }
});
afterAll(() => {
  workshop.remove();
});

interface Served {
  readonly address: string;
  readonly stop: () => Promise<Ran>;
}

const running: Served[] = [];
afterEach(async () => {
  for (const served of running.splice(0)) await served.stop();
});

async function serve(...args: string[]): Promise<Served> {
  const child = workshop.start(['serve', ...args]);
  const ending = ended(child);
  const line = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text);
    });
    void ending.then(({ err }) => reject(new Error(`serve ended: ${err}`)));
  });
  const stop = (): Promise<Ran> => {
    child.kill('SIGTERM');
    return ending;
  };
  const served = { address: line.trim(), stop };
  running.push(served);
  return served;
}

interface Client {
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  readonly raw: (name: string, input: unknown) => Promise<SocketReply>;
  readonly events: { event: string; data: Record<string, unknown> }[];
  readonly close: () => void;
}

async function connect({ address }: Served): Promise<Client> {
  const { origin } = new URL(address);
  const socket = new WebSocket(`${address.replace('http', 'ws')}socket`, { origin });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const events: Client['events'] = [];
  const waiting = new Map<number, (reply: SocketReply) => void>();
  socket.on('message', (data: Buffer) => {
    const reply = JSON.parse(data.toString()) as SocketReply;
    if ('event' in reply) events.push(reply as Client['events'][number]);
    else waiting.get(reply.id)?.(reply);
  });
  let id = 0;
  const raw = (call: string, input: unknown): Promise<SocketReply> => {
    id += 1;
    socket.send(JSON.stringify({ id, call, input }));
    return new Promise((resolve) => waiting.set(id, resolve));
  };
  return {
    raw,
    events,
    close: () => {
      socket.close();
    },
    call: async (name, input) => {
      const reply = await raw(name, input);
      if (!('output' in reply)) throw new Error(JSON.stringify(reply));
      return reply.output as never;
    },
  };
}

describe('serve', () => {
  it('prints one line, the address, and ends well when told to', async () => {
    const served = await serve('designs/shop.json');
    expect(served.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\/$/);
    const page = await fetch(served.address);
    expect(page.status).toBe(200);
    expect(page.headers.get('set-cookie')).toBe(null);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    const asset = /(?:src|href)="\.\/([^"]+\.js)"/.exec(await page.text())?.[1];
    const script = await fetch(new URL(String(asset), served.address));
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect((await fetch(new URL('/', served.address))).status).toBe(403);
    expect(await served.stop()).toEqual({ code: 0, out: `${served.address}\n`, err: '' });
  });

  it('listens on 127.0.0.1 only, on the port that it is told', async () => {
    const free = await new Promise<number>((resolve) => {
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const { port } = probe.address() as AddressInfo;
        probe.close(() => {
          resolve(port);
        });
      });
    });
    const served = await serve('--port', String(free));
    expect(new URL(served.address).port).toBe(String(free));
    await expect(fetch(`http://[::1]:${String(free)}/`)).rejects.toThrow();
    const second = await workshop.run(['serve', '--port', String(free)]);
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.err).toMatch(new RegExp(`^serve: port ${String(free)} cannot be had.*\n {2}.*--port`));
  });

  it('names a file that is not there', async () => {
    const { code, err } = await workshop.run(['serve', 'designs/none.json']);
    expect(code).toBe(1);
    expect(err).toMatch(/^designs\/none\.json: there is no /);
  });
});

describe('the calls', () => {
  it('open the file that is served, or else the example', async () => {
    const client = await connect(await serve('designs/shop.json'));
    expect(await client.call('app.start', {})).toMatchObject({
      host: 'loopback',
      fileDialogs: 'own',
      readOnly: false,
      open: { path: 'shop.json', text: shopText },
      problem: [],
    });
    const other = await connect(await serve());
    expect((await other.call('app.start', {})).open?.path).toBe(null);
  });

  it('save only what nobody else changed', async () => {
    const client = await connect(await serve('designs/shop.json'));
    const { open } = await client.call('app.start', {});
    const write = (text: string, expectedHash: string | null) =>
      client.call('files.write', { path: 'shop.json', text, expectedHash, overwrite: false });
    const saved = await write('{}', String(open?.hash));
    expect(saved.ok).toBe(true);
    expect(workshop.read('designs/shop.json')).toBe('{}');
    expect(await write('{"lost": 1}', String(open?.hash))).toMatchObject({ findings: [{ rule: 'file-changed' }] });
    expect(await write('{"lost": 1}', null)).toMatchObject({ findings: [{ rule: 'file-exists' }] });
    expect(workshop.read('designs/shop.json')).toBe('{}');
    workshop.write('designs/shop.json', shopText);
  });

  const outside = ['../secret.json', '/etc/passwd', 'below/../../secret.json', '.hidden.json', '..\\secret.json'];
  const links = process.platform === 'win32' ? [] : ['link.json', 'up/secret.json'];
  it('reach nothing outside the folder, by path or link', async () => {
    const client = await connect(await serve('designs/shop.json'));
    const before = workshop.everything();
    const refused = { ok: false, findings: [{ rule: 'outside-folder' }] };
    for (const path of [...outside, ...links, workshop.at('secret.json')]) {
      expect(await client.call('files.read', { path })).toMatchObject(refused);
      expect(await client.call('files.write', { path, text: 'x', expectedHash: null, overwrite: true })).toMatchObject(
        refused,
      );
      expect(
        await client.call('files.writeExport', {
          target: path,
          files: [{ path: 'a.yaml', text: 'x' }],
          shape: 'folder',
          overwrite: true,
        }),
      ).toMatchObject(refused);
    }
    for (const path of [
      '../up.yaml',
      '/abs.yaml',
      '.bashrc',
      '.git/hooks/post-commit',
      ...(links.length > 0 ? ['link.json'] : []),
    ]) {
      const exporting = { target: '', files: [{ path, text: 'x' }], shape: 'folder' as const, overwrite: true };
      expect(await client.call('files.writeExport', exporting)).toMatchObject({ ok: false });
    }
    expect(workshop.everything()).toEqual(before);
  });

  it('list the folder without what is hidden or leads out', async () => {
    const client = await connect(await serve('designs/shop.json'));
    expect(await client.call('files.list', { folder: '' })).toMatchObject({
      ok: true,
      value: {
        folder: '',
        entries: [
          { name: 'below', path: 'below', kind: 'folder' },
          { name: 'shop.json', path: 'shop.json', kind: 'file' },
        ],
      },
    });
  });

  it('write nothing where the host only reads', async () => {
    const client = await connect(await serve('designs/shop.json', '--read-only'));
    expect(await client.call('app.start', {})).toMatchObject({ readOnly: true, open: { readOnly: true } });
    const written = await client.call('files.write', {
      path: 'new.json',
      text: '',
      expectedHash: null,
      overwrite: true,
    });
    expect(written).toMatchObject({ ok: false, findings: [{ rule: 'read-only' }] });
  });

  it('answer what the contract lacks with a number, and go on', async () => {
    const client = await connect(await serve());
    for (const [name, input] of [
      ['files.format', {}],
      ['__proto__', {}],
      ['files.read', { path: 7 }],
      ['files.read', null],
    ] as const) {
      expect(await client.raw(name, input)).toMatchObject({
        ok: false,
        error: expect.stringMatching(/^\d{4}-/) as unknown,
      });
    }
    expect(await client.call('templates.list', {})).not.toHaveLength(0);
  });
});

const long = JSON.stringify({
  ...shop,
  scenarios: [{ ...shop.scenarios[0], durationS: 1_000_000, replications: 2 }],
});

describe('a run', () => {
  it('gives what the command line gives', async () => {
    const client = await connect(await serve());
    const run = await client.call('simulation.run', { runId: 'a', text: shopText, scenario: 'base' });
    if (run.kind !== 'done') throw new Error(JSON.stringify(run));
    const { out } = await workshop.run(['simulate', 'designs/shop.json', '--json']);
    const result = run.result as Record<string, unknown>;
    expect({ ...result, wallMs: 0 }).toEqual({ ...(JSON.parse(out) as object), wallMs: 0 });
  });

  it('tells its progress, and can be cancelled while another goes on', async () => {
    const client = await connect(await serve());
    const cancelled = client.call('simulation.run', { runId: 'a', text: long, scenario: 'base' });
    await expect.poll(() => client.events.length, { timeout: 20_000 }).toBeGreaterThan(2);
    expect(client.events[0]).toMatchObject({ event: 'simulation.progress', data: { runId: 'a', replications: 2 } });
    const other = client.call('simulation.run', { runId: 'b', text: shopText, scenario: 'base' });
    await client.call('simulation.cancel', { runId: 'a' });
    expect(await cancelled).toEqual({ kind: 'cancelled' });
    expect(await other).toMatchObject({ kind: 'done' });
  });

  it('ends with the window that asked for it', async () => {
    const served = await serve();
    const first = await connect(served);
    void first.raw('simulation.run', { runId: 'a', text: long, scenario: 'base' });
    await expect.poll(() => first.events.length, { timeout: 20_000 }).toBeGreaterThan(0);
    first.close();
    const second = await connect(served);
    // With both threads still at the long run, this one would have to wait for minutes.
    const run = await second.call('simulation.run', { runId: 'b', text: shopText, scenario: 'base' });
    expect(run).toMatchObject({ kind: 'done' });
  });

  it('of a bad design fails with its findings', async () => {
    const client = await connect(await serve());
    expect(await client.call('simulation.run', { runId: 'a', text: '{', scenario: 'base' })).toMatchObject({
      kind: 'failed',
      findings: [{ severity: 'error', position: { line: 1 } }],
    });
    expect(await client.call('simulation.run', { runId: 'b', text: shopText, scenario: 'none' })).toMatchObject({
      kind: 'failed',
      findings: [{ severity: 'error' }],
    });
  });
});
