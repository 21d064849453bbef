// Connections of what a collapsed group hides lead to the group's card; those inside of it are not drawn.
import type { CanvasEdge } from './derive.ts';
import { groupNodeId } from './derive.ts';

export function throughCollapsed(edges: readonly CanvasEdge[], hidden: ReadonlyMap<string, string>): CanvasEdge[] {
  if (hidden.size === 0) return [...edges];
  const end = (id: string): string => {
    const group = hidden.get(id);
    return group === undefined ? id : groupNodeId(group);
  };
  return edges.flatMap((edge) => {
    const [source, target] = [end(edge.source), end(edge.target)];
    if (source === edge.source && target === edge.target) return [edge];
    return source === target ? [] : [{ ...edge, source, target }];
  });
}
