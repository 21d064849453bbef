import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { componentSchema } from '../model/design.ts';
import { families, kindByKey, kinds } from './index.ts';

const KEYS = [
  ...['web-client', 'mobile-client', 'cli', 'external-system', 'load-balancer', 'gateway', 'cdn'],
  ...['service', 'module', 'function', 'worker', 'scheduler', 'queue', 'topic', 'stream', 'cache'],
  ...['sql-database', 'document-database', 'search-index', 'object-storage', 'auth-provider', 'service-registry'],
  ...['config-store', 'logging', 'metrics', 'tracing', 'alerting'],
];

describe('the catalogue', () => {
  it('has exactly the kinds that files may name, in the order of the palette', () => {
    expect(kinds.map(({ key }) => key)).toEqual(KEYS);
  });

  it('lists every file of its folder, each under its own name', () => {
    const files = readdirSync(fileURLToPath(new URL('kinds', import.meta.url))).map((file) => file.replace('.ts', ''));
    expect(kinds.map(({ key }) => key).sort()).toEqual(files.sort());
  });

  it('keeps the families together, in their order', () => {
    const order = [...new Set(kinds.map(({ family }) => family))];
    expect(order).toEqual(families.map(({ key }) => key));
    const ranks = kinds.map(({ family }) => order.indexOf(family));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it('finds a kind by its key, and nothing for a stranger', () => {
    expect(kinds.map(({ key }) => kindByKey(key))).toEqual(kinds);
    expect(kindByKey('constructor')).toBeUndefined();
  });

  it.each(kinds)('$key: its starter makes a component that keeps the schema', ({ key, starter }) => {
    expect(componentSchema.safeParse({ id: 'a', kind: key, ...starter }).error).toBeUndefined();
  });

  it.each(kinds)('$key: its icon is there', ({ look }) => {
    const icons = fileURLToPath(new URL('../../node_modules/lucide-react/dist/esm/icons', import.meta.url));
    expect(['js', 'mjs'].some((end) => existsSync(`${icons}/${look.icon}.${end}`))).toBe(true);
  });

  it('names delivery for brokers only, and hits only for what answers itself', () => {
    for (const { key, behaviour, starter } of kinds) {
      expect([key, behaviour.delivery !== undefined]).toEqual([key, behaviour.station === 'broker']);
      expect([key, starter.hitRatio !== undefined]).toEqual([key, behaviour.answersItself === true]);
    }
  });

  it('a stateful workload says where its data lies and how much', () => {
    for (const { key, workload } of kinds) {
      const isStateful = workload?.type === 'stateful';
      expect([key, workload?.dataPath !== undefined, workload?.storageGiB !== undefined]).toEqual([
        key,
        isStateful,
        isStateful,
      ]);
    }
  });
});
