import { expect, it } from 'vitest';
import type { Design } from '../../model/design.ts';
import { docsNotes } from './findings.ts';

/** A caller of so many services. */
function fan(services: number): Design {
  const ids = Array.from({ length: services }, (_, at) => `s${at}`);
  return {
    spandrel: 1,
    name: 'Fan',
    components: ['api', ...ids].map((id) => ({ id, kind: 'service' })),
    connections: ids.map((id) => ({ id: `c-${id}`, from: 'api', to: id })),
  };
}

const rules = (design: Design) => docsNotes(design).map(({ rule }) => rule);

it('says that the sequence diagram is cut, only where it is', () => {
  expect(rules(fan(200))).toEqual([]);
  expect(rules(fan(201))).toEqual(['docs-sequence-cut']);
});

it('says what the diagrams do not show, and what Mermaid does not draw by itself', () => {
  const design = fan(2);
  const lost = { id: 'lost', from: 'api', to: 'nobody' };
  expect(rules({ ...design, connections: [...(design.connections ?? []), lost] })).toEqual(['unknown-reference']);
  expect(rules(fan(501))).toEqual(['mermaid-edge-limit', 'docs-sequence-cut']);
});
