import { describe, expect, it } from 'vitest';
import { nodeIds } from './node-ids.ts';

function idsOf(componentIds: readonly string[], groupIds: readonly string[] = []) {
  const components = componentIds.map((id) => ({ id, kind: 'service' }));
  const ids = nodeIds({ spandrel: 1, name: '', components }, groupIds);
  return [...componentIds.map(ids.component), ...groupIds.map(ids.group)];
}

describe('node ids', () => {
  it('are the ids of the design wherever that is safe', () => {
    const safe = ['api', 'API-2', 'order_items', 'my-end', 'End', 'x', 'o1', 'TB', 'classes'];
    expect(idsOf(safe)).toEqual(safe);
  });

  it('are made up for words and signs that Mermaid takes for its own', () => {
    expect(idsOf(['end', 'graph-1', 'a--b', 'a-', 'constructor', 'L_a_b_0', 'the-direction'])).toEqual([
      'n_end_',
      'n_graph_1_',
      'n_a__b_',
      'n_a__',
      'n_constructor_',
      'n_L_a_b_0_',
      'n_the_direction_',
    ]);
  });

  it('never meet one another, nor those of groups', () => {
    expect(idsOf(['end', 'n_end_', 'a--b', 'a-_b'], ['end', 'n_end_', 'api'])).toEqual([
      'n_end__',
      'n_end_',
      'n_a__b_',
      'a-_b',
      'n_end___',
      'n_n_end__',
      'api',
    ]);
  });
});
