// Objectives for build servers: JUnit XML that a parser reads, and annotations as GitHub documents their escapes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkshop, shop, type Workshop } from './cli.ts';

const objectives = [
  { id: 'fine', metric: 'responseMs.p95', below: 1000 },
  { id: 'slow', metric: 'responseMs.p95', below: 1 },
  { id: 'silent', metric: 'connections.api-auth.responseMs.mean', below: 10 },
];
// No request is ever answered at the callee, so that there is no value.
const connections = [{ id: 'api-auth', from: 'api', to: 'auth', calls: 0 }];
const file = 'a,b:100%.json';

let workshop: Workshop;
beforeAll(() => {
  workshop = createWorkshop();
  workshop.write(file, JSON.stringify({ ...shop, name: `<"Shop" & 'co'>\n\u0001🙂`, connections, objectives }));
});
afterAll(() => {
  workshop.remove();
});

const simulate = (...args: string[]) => workshop.run(['simulate', file, '--threads', '1', ...args]);

describe('objectives of simulate', () => {
  it('are JUnit XML, well formed whatever the names, with value and limit of what is missed', async () => {
    const { code, out } = await simulate('--junit', '-', '--check');
    expect(code).toBe(1);
    expect(
      out.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites tests="3" failures="2" errors="0"'),
    ).toBe(true);
    // Nothing but elements and escaped texts, each closed by its own end.
    const open: string[] = [];
    const tag = /<(\/?)([a-z]+)((?: [a-z]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#9|#10|#13);[^"<&]*)*")*)(\/?)>/g;
    const rest = out.replace(/^<\?xml[^>]*\?>/, '').replace(tag, (_, end: string, name: string, __, empty: string) => {
      if (end) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name);
      return '';
    });
    expect(open).toEqual([]);
    expect(rest).not.toMatch(/[<>]|\p{Cc}(?<![\n])/u);
    expect(out).toContain('name="&lt;&quot;Shop&quot; &amp; \'co\'&gt;&#10;\ufffd🙂: base"');
    expect(out.match(/<testcase /g)).toHaveLength(3);
    expect(out).toMatch(/<failure message="missed: it is [\d.]+, wanted is responseMs\.p95 below 1" type=/);
    expect(out).toContain('missed: nothing was measured, wanted is connections.api-auth.responseMs.mean below 10');
  });

  it('are annotations with the escapes of GitHub, and leave --json alone', async () => {
    const { code, out } = await simulate('--github');
    expect(code).toBe(0);
    const told = out.split('\n').filter((line) => line.startsWith('::'));
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(
      /^::error file=a%2Cb%3A100%25\.json,title=Objective slow::slow missed: it is [\d.]+, wanted/,
    );
    const document = await simulate('--github', '--json');
    expect(JSON.parse(document.out)).toHaveProperty('requests');
    expect(document.err.match(/^::error /gm)).toHaveLength(2);
  });

  it('are written to a file once, and again with --force only', async () => {
    expect((await simulate('--junit', 'o.xml')).code).toBe(0);
    expect(workshop.read('o.xml')).toContain('<testcase ');
    expect((await simulate('--junit', 'o.xml')).code).toBe(1);
    expect((await simulate('--junit', 'o.xml', '--force')).code).toBe(0);
    expect((await simulate('--junit', '-', '--json')).code).toBe(2);
  });
});
