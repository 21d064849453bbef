import { describe, expect, it } from 'vitest';
import { kinds } from '../catalogue/index.ts';
import { isImageReference, knownImage } from './images.ts';

describe('images', () => {
  it('of every kind are known: whom they run as, where they write', () => {
    const ready = kinds.flatMap(({ workload }) => (workload?.image === undefined ? [] : [workload.image]));
    expect(ready.length).toBeGreaterThan(10);
    expect(ready.filter((image) => knownImage(image) === null)).toEqual([]);
    expect(ready.filter((image) => !isImageReference(image))).toEqual([]);
    expect(ready.filter((image) => knownImage(image)?.user === 0)).toEqual([]);
  });

  it('are known by repository, whatever the registry, tag or digest', () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    const same = ['postgres', 'postgres:17-alpine', 'localhost:5000/postgres', `mirror.io/x/postgres:1@${digest}`];
    expect(same.map((image) => knownImage(image)?.scheme)).toEqual(same.map(() => 'postgresql'));
    const other = ['me/api:1', 'postgres-exporter:1', 'me/constructor', 'kafka'];
    expect(other.map(knownImage)).toEqual(other.map(() => null));
  });

  it('are named as runtimes take them', () => {
    const good = ['a', 'a/b:1', 'localhost:5000/a/b-c:v1.2', 'x.io/a__b@sha256:' + 'f'.repeat(64), 'A.io/b'];
    const bad = ['', ' a', 'a b', 'A/b c', 'a:', 'a/', '/a', 'a@sha256:1', 'http://a/b', 'a/B', 'a\n', 'a--', '-a'];
    expect(good.filter((image) => !isImageReference(image))).toEqual([]);
    expect(bad.filter(isImageReference)).toEqual([]);
  });
});
