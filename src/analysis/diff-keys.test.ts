import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { randomDesign } from '../../test/fixtures/random-design.ts';
import { designSchema, type Design } from '../model/design.ts';
import { designLines } from './design-lines.ts';
import { diffDesigns } from './diff.ts';

type Box = Record<string, unknown>;
type Steps = readonly (string | number)[];

/** Every value of a design by the steps to it, but for what an entry is followed by. */
function leavesOf(value: unknown, steps: Steps = []): Steps[] {
  if (typeof value !== 'object' || value === null) return steps.at(-1) === 'id' ? [] : [steps];
  const inner = Object.entries(value).map(([key, each]): readonly [string | number, unknown] => [
    Array.isArray(value) ? Number(key) : key,
    each,
  ]);
  return inner.flatMap(([key, each]) => leavesOf(each, [...steps, key]));
}

/** Through ids instead of places, as paths go. */
function pathOf(design: Design, steps: Steps): string {
  let at: unknown = design;
  return steps
    .map((step) => {
      at = (at as Box)[step];
      const id = typeof step === 'number' && typeof at === 'object' && at !== null ? (at as Box)['id'] : undefined;
      return typeof id === 'string' ? id : String(step);
    })
    .join('.');
}

function edited(design: Design, steps: Steps): Design {
  const copy = structuredClone(design);
  const holder = steps.slice(0, -1).reduce<unknown>((at, step) => (at as Box)[step], copy) as Box;
  const last = steps.at(-1)!;
  const old = holder[last];
  holder[last] = typeof old === 'number' ? old + 1 : typeof old === 'boolean' ? !old : `${String(old)}x`;
  return copy;
}

const isTold = (told: readonly string[], path: string): boolean =>
  told.some((each) => path === each || path.startsWith(`${each}.`));

interface Schema {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
}

/** Values with every key of a schema, at least one of each form that it allows; lists hold all forms of an entry. */
function formsOf(schema: Schema): unknown[] {
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return choice.flatMap(formsOf);
  if ('const' in schema) return [schema.const];
  if (schema.enum) return [schema.enum[0]];
  if (schema.prefixItems) return [schema.prefixItems.map((each) => formsOf(each)[0])];
  if (schema.items)
    return [
      formsOf(schema.items).map((form, at) => (isBox(form) && 'id' in form ? { ...form, id: `e${String(at)}` } : form)),
    ];
  if (schema.properties) {
    const forms = Object.entries(schema.properties).map(([key, each]) => [key, formsOf(each)] as const);
    const most = Math.max(...forms.map(([, { length }]) => length));
    return Array.from({ length: most }, (_, at) =>
      Object.fromEntries(forms.map(([key, each]) => [key, each[at % each.length]])),
    );
  }
  if (isBox(schema.additionalProperties)) return [{ x: formsOf(schema.additionalProperties)[0] }];
  return [{ number: 3, integer: 3, boolean: true, null: null }[schema.type ?? ''] ?? 'a'];
}

const isBox = (value: unknown): value is Box => typeof value === 'object' && value !== null && !Array.isArray(value);

const keysOf = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'properties' in value ? Object.keys(value.properties as object) : [];
  return [...own, ...Object.values(value).flatMap(keysOf)];
};

describe('the difference of two designs', () => {
  it('is nothing between a design and itself, or itself with another order of what has an id', () => {
    fc.assert(
      fc.property(randomDesign({ components: 5, hostileNames: true }), (design) => {
        const turned = structuredClone(design);
        for (const list of [turned.components, turned.groups, turned.notes, turned.scenarios]) list?.reverse();
        expect(diffDesigns(design, turned)).toEqual([]);
        expect(designLines(turned).sort()).toEqual(designLines(design).sort());
      }),
      { numRuns: 60 },
    );
  });

  it('tells any one value that is another, under its path, and the lines for git differ', () => {
    fc.assert(
      fc.property(randomDesign({ components: 4, hostileNames: true }), fc.nat(), (design, pick) => {
        const leaves = leavesOf(design);
        const steps = leaves[pick % leaves.length]!;
        const after = edited(design, steps);
        const told = diffDesigns(design, after);
        expect(told.length).toBeGreaterThan(0);
        const named = told.map(({ path }) => path);
        expect(isTold(named, pathOf(design, steps)) || steps[0] === 'groupLatencies').toBe(true);
        for (const { text } of told) expect(text.trim()).not.toBe('');
        expect(designLines(after)).not.toEqual(designLines(design));
      }),
    );
  });

  it('tells every key of the format', () => {
    const schema = z.toJSONSchema(designSchema, { unrepresentable: 'any' });
    const missing = new Set(keysOf(schema));
    missing.delete('id');
    const seen = new Set<string>();
    for (const design of formsOf(schema as Schema) as Design[]) {
      for (const steps of leavesOf(design)) {
        if (seen.has(steps.join('.'))) continue;
        seen.add(steps.join('.'));
        const named = diffDesigns(design, edited(design, steps)).map(({ path }) => path);
        const isNamed = isTold(named, pathOf(design, steps)) || (steps[0] === 'groupLatencies' && named.length > 0);
        expect(isNamed, steps.join('.')).toBe(true);
        steps.forEach((step) => missing.delete(String(step)));
      }
    }
    expect([...missing]).toEqual([]);
  });
});
