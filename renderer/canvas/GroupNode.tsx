// A group: a rounded area around its members with its name at the top left; dragging the name moves the members.
import type { NodeProps } from '@xyflow/react';
import type { GroupNodeType } from './derive.ts';

export function GroupNode({ data, selected }: NodeProps<GroupNodeType>) {
  const { group, name } = data;
  const kind = group.kind ?? 'boundary';
  return (
    <div className={`canvas-group canvas-group-${kind} ${selected ? 'canvas-group-selected' : ''}`}>
      <span className="canvas-group-name">
        {name}
        {kind !== 'boundary' && <span className="canvas-group-kind">{kind}</span>}
      </span>
    </div>
  );
}
