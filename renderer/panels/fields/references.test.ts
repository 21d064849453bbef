import { describe, expect, it } from 'vitest';
import type { Design } from '../../../src/model/design.ts';
import type { FieldDescription } from './describe.ts';
import { namesToReferTo, withReferences } from './references.ts';

const DESIGN: Design = {
  spandrel: 1,
  name: 'Test',
  groups: [{ id: 'back', name: 'Backend' }],
  components: [
    { id: 'a', kind: 'service', name: 'Service' },
    { id: 'b', kind: 'service', name: 'Service' },
    { id: 'c', kind: 'cache' },
  ],
  connections: [{ id: 'ac', from: 'a', to: 'c' }],
};

describe('the things that a field may name', () => {
  it('stand under their names, and with their id where two have the same', () => {
    expect(namesToReferTo(DESIGN, 'component').map(({ label }) => label)).toEqual(['Service (a)', 'Service (b)', 'c']);
    expect(namesToReferTo(DESIGN, 'connection')).toEqual([{ value: 'ac', label: 'Service to c' }]);
    expect(namesToReferTo(DESIGN, 'component-or-group').at(-1)).toEqual({ value: 'back', label: 'Backend' });
    expect(namesToReferTo(DESIGN, 'kind')).toHaveLength(27);
  });

  it('stay the same list after an edit that changes no name', () => {
    const before = namesToReferTo(DESIGN, 'component');
    const [first, ...others] = DESIGN.components;
    if (!first) throw new Error('no component');
    const edited: Design = { ...DESIGN, components: [{ ...first, hitRatio: 0.5 }, ...others] };
    expect(namesToReferTo(edited, 'component')).toBe(before);
    expect(namesToReferTo({ ...DESIGN, components: others }, 'component')).not.toBe(before);
  });

  it('fill what a new entry leaves open, and only that', () => {
    const field = (key: string, refersTo?: FieldDescription['refersTo']): FieldDescription => ({
      key,
      title: key,
      required: true,
      refersTo,
      shape: { type: 'text' },
    });
    const fields = [field('at', 'component'), field('to', 'group'), field('text')];
    expect(withReferences({ at: '', to: 'x', text: '' }, fields, DESIGN)).toEqual({ at: 'a', to: 'x', text: '' });
    const empty: Design = { spandrel: 1, name: 'Empty', components: [] };
    expect(withReferences({ at: '' }, fields, empty)).toEqual({ at: '' });
  });
});
