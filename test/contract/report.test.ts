// `simulate --report`: one page that needs nothing else, the same bytes for the same run, and nothing written over.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkshop, shop, shopText, type Workshop } from './cli.ts';

let workshop: Workshop;
beforeEach(() => {
  workshop = createWorkshop();
  workshop.write('shop.json', shopText);
});
afterEach(() => {
  workshop.remove();
});

const HOSTILE = `</title><script>alert(1)</script>"'&<img src="https://example.org/x.png">`;

/** Every tag opens and closes in order; what HTML leaves open is not asked for. */
function openTags(page: string): string[] {
  const open: string[] = [];
  const body = page.replace(/<style>[\s\S]*?<\/style>/, '');
  for (const [, slash, name = '', rest = ''] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/g)) {
    if (name === 'meta' || rest.endsWith('/')) continue;
    if (slash === '') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else return [...open, `/${name}`];
  }
  return open;
}

describe('simulate --report', () => {
  it('writes a page with the figures, the verdicts, the charts and the scenario', async () => {
    const { code, out, err } = await workshop.run(['simulate', 'shop.json', '--report', 'shop.html']);
    expect([code, err]).toEqual([0, 'shop.html: report written\n']);
    expect(out).toContain('Shop, scenario base');
    const page = workshop.read('shop.html');
    expect(page).toMatch(/^<!doctype html>\s*<html lang="en">/);
    expect(page).toContain('<h1>Shop</h1>');
    for (const text of [
      'is the busiest',
      'responseMs.p95 below 1,000 ms',
      '✓ met',
      'API to Auth',
      'Hash of the design',
    ])
      expect(page).toContain(text);
    expect(page.match(/<svg /g)?.length).toBe(6);
    expect(page.match(/<details>/g)?.length).toBe(6);
    expect(openTags(page)).toEqual([]);
  });

  it('has the same bytes for the same run, whatever the threads', async () => {
    await workshop.run(['simulate', 'shop.json', '--report', 'a.html', '--threads', '1']);
    await workshop.run(['simulate', 'shop.json', '--report', 'b.html', '--threads', '2']);
    expect(workshop.read('a.html')).toBe(workshop.read('b.html'));
  });

  it('asks the world for nothing and runs nothing, whatever the names in it say', async () => {
    const [api, auth] = shop.components;
    const hostile = { ...shop, name: HOSTILE, components: [{ ...api, name: HOSTILE }, auth] };
    workshop.write('hostile.json', JSON.stringify(hostile));
    await workshop.run(['simulate', 'hostile.json', '--report', 'hostile.html']);
    const page = workshop.read('hostile.html');
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|<img|<link|<iframe|<base|@import|url\(|\son[a-z]+=/i);
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/(src|href)="/);
    expect(openTags(page)).toEqual([]);
  });

  it('never overwrites a file without --force, and says so before it runs', async () => {
    workshop.write('mine.html', 'my work');
    const { code, out, err } = await workshop.run(['simulate', 'shop.json', '--report', 'mine.html']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^mine\.html: .*is there already\n {2}.*--force/);
    expect(workshop.read('mine.html')).toBe('my work');
    expect((await workshop.run(['simulate', 'shop.json', '--report', 'mine.html', '--force'])).code).toBe(0);
    expect(workshop.read('mine.html')).toContain('<h1>Shop</h1>');
  });

  it('goes beside --json, to standard output with -, but not both there', async () => {
    const beside = await workshop.run(['simulate', 'shop.json', '--json', '--report', 'shop.html']);
    expect(JSON.parse(beside.out)).toHaveProperty('requests.responseMs.distribution.edgesMs');
    expect((await workshop.run(['simulate', 'shop.json', '--report', '-'])).out).toMatch(/^<!doctype html>/);
    expect((await workshop.run(['simulate', 'shop.json', '--json', '--report', '-'])).code).toBe(2);
  });

  it('says where it could not be written', async () => {
    const { code, err } = await workshop.run(['simulate', 'shop.json', '--report', 'nowhere/shop.html']);
    expect(code).toBe(1);
    expect(err).toMatch(/^nowhere\/shop\.html: there is no folder/);
  });
});
