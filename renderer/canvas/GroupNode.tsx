// A group: a rounded area around its members with its name at the top left; dragging the name moves the members, the
// handles size it. Collapsed it is one card that says how many components it holds.
import type { NodeProps } from '@xyflow/react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useGesture } from '../state/gesture.ts';
import { t } from '../texts.ts';
import { Handles } from './ComponentNode.tsx';
import type { GroupNodeData, GroupNodeType } from './derive.ts';
import { toggleCollapsed } from './grouping.ts';
import { Resizer } from './Resizer.tsx';

function Toggle({ data }: { readonly data: GroupNodeData }) {
  const { group, name, isCollapsed } = data;
  const Icon = isCollapsed ? ChevronRight : ChevronDown;
  const label = t(isCollapsed ? 'nodes.openGroup' : 'nodes.collapseGroup', { what: name });
  return (
    <button
      type="button"
      className="canvas-group-toggle nodrag"
      aria-label={label}
      aria-expanded={!isCollapsed}
      title={label}
      tabIndex={-1}
      onClick={() => toggleCollapsed(group.id)}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon size={14} aria-hidden="true" />
    </button>
  );
}

function Collapsed({ data }: { readonly data: GroupNodeData }) {
  return (
    <>
      <Handles />
      <Toggle data={data} />
      <span className="canvas-group-collapsed-text">
        <span className="canvas-group-collapsed-name">{data.name}</span>
        <span className="canvas-group-kind">{t('nodes.components', { count: data.count })}</span>
      </span>
    </>
  );
}

export function GroupNode({ id, data, selected }: NodeProps<GroupNodeType>) {
  const { group, name, isCollapsed, count } = data;
  const isTarget = useGesture((state) => state.dropTargets.includes(group.id));
  const kind = group.kind ?? 'boundary';
  const states = [
    selected && 'canvas-group-selected',
    isTarget && 'canvas-group-target',
    isCollapsed && 'canvas-group-collapsed',
  ];
  return (
    <div className={`canvas-group canvas-group-${kind} ${states.filter(Boolean).join(' ')}`}>
      {isCollapsed ? (
        <Collapsed data={data} />
      ) : (
        <>
          {selected && <Resizer nodeId={id} least={{ width: 120, height: 60 }} />}
          <span className="canvas-group-name">
            <Toggle data={data} />
            {name}
            {kind !== 'boundary' && <span className="canvas-group-kind">{t(`canvas.groupKinds.${kind}`)}</span>}
          </span>
          {count === 0 && <span className="canvas-group-empty">{t('nodes.emptyGroup')}</span>}
        </>
      )}
    </div>
  );
}
