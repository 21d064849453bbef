import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ID_PATTERN } from '../model/design.ts';
import { checkNames, objectName, projectName } from './names.ts';

describe('names of what is deployed', () => {
  it('are the id, lower-cased, with _ as -', () => {
    expect(objectName('Order_Service-2')).toBe('order-service-2');
  });

  it('are labels of RFC 1123, or refused', () => {
    fc.assert(
      fc.property(fc.stringMatching(ID_PATTERN), (id) => {
        const isLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(objectName(id));
        expect(checkNames([{ id, kind: 'service' }]).map(({ rule }) => rule)).toEqual(isLabel ? [] : ['object-name']);
      }),
    );
  });

  it('of the whole design are what is left of its name', () => {
    const names = ['Shop & Co.', 'Größe', '日本語', '', `${'a'.repeat(62)} b`, '42'];
    expect(names.map((name) => projectName({ spandrel: 1, name, components: [] }))).toEqual([
      'shop-co',
      'gro-e',
      'design',
      'design',
      'a'.repeat(62),
      '42',
    ]);
  });
});
