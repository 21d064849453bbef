import { expect, it } from 'vitest';
import type { Design } from '../../model/design.ts';
import { docsNotes } from './findings.ts';

/** A caller of so many services: two steps each. */
function fan(services: number): Design {
  const ids = Array.from({ length: services }, (_, at) => `s${at}`);
  return {
    spandrel: 1,
    name: 'Fan',
    components: ['api', ...ids].map((id) => ({ id, kind: 'service' })),
    connections: ids.map((id) => ({ id: `c-${id}`, from: 'api', to: id })),
  };
}

it('says that the sequence diagram is cut, only where it is', () => {
  expect(docsNotes(fan(30))).toEqual([]);
  expect(docsNotes(fan(31)).map(({ rule }) => rule)).toEqual(['docs-sequence-cut']);
});
