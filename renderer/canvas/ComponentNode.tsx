// One component: a card with icon, name and replicas, and below that its kind, or after a run how busy it is. Far away it
// becomes a coloured block with a name, and farther still a block.
import { Handle, Position, useStore, type NodeProps, type ReactFlowState } from '@xyflow/react';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { kindByKey } from '../../src/catalogue/index.ts';
import { KindIcon } from '../theme/KindIcon.tsx';
import { formatShare } from '../theme/format.ts';
import { Tooltip } from '../theme/Tooltip.tsx';
import { UtilisationBar } from '../theme/UtilisationBar.tsx';
import { utilisationClass, utilisationWords } from '../theme/utilisation.ts';
import type { CardFigures } from './figures.ts';
import type { ComponentNodeData, ComponentNodeType } from './derive.ts';
import { NameInput } from './NameInput.tsx';

type Detail = 'card' | 'name' | 'block';

function detailAt(state: ReactFlowState): Detail {
  const zoom = state.transform[2];
  return zoom >= 0.5 ? 'card' : zoom >= 0.25 ? 'name' : 'block';
}

const SIDES = [Position.Top, Position.Right, Position.Bottom, Position.Left];

function Handles() {
  return (
    <>
      {/* While a connection is drawn, the whole card takes it. */}
      <Handle
        type="target"
        position={Position.Top}
        id="whole"
        className="canvas-card-target"
        isConnectableStart={false}
      />
      {SIDES.map((side) => (
        <Handle key={side} type="source" position={side} id={side} className="canvas-card-handle" />
      ))}
    </>
  );
}

function Utilisation({ figures }: { readonly figures: CardFigures }) {
  const { utilisation, waiting, rate, p95 } = figures;
  return (
    <div className="canvas-card-figures">
      {utilisation !== null && (
        <div
          className="canvas-card-busy"
          title={`${formatShare(utilisation)} utilised: ${utilisationWords(utilisation)}`}
        >
          <UtilisationBar utilisation={utilisation} />
          <span>{formatShare(Math.round(utilisation * 1000) / 1000)}</span>
        </div>
      )}
      {waiting !== null && <div className="canvas-card-waiting">{waiting}</div>}
      <div className="canvas-card-rates">
        <span>{rate}</span>
        <span>p95 {p95}</span>
      </div>
    </div>
  );
}

function Problem({ severity }: { readonly severity: ComponentNodeData['problem'] }) {
  if (severity !== 'error' && severity !== 'warning') return null;
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert;
  const text = severity === 'error' ? 'An error is found here' : 'A warning is found here';
  return (
    <span className={`canvas-card-problem canvas-card-${severity}`} title={text}>
      <Icon size={14} aria-hidden="true" />
      <span className="visually-hidden">{text}</span>
    </span>
  );
}

function Name({ data }: { readonly data: ComponentNodeData }) {
  if (data.isRenaming) return <NameInput componentId={data.component.id} name={data.name} />;
  return (
    <Tooltip text={`${data.name}, ${data.kindTitle}`} side="top">
      <span className={data.figures ? 'canvas-card-name canvas-card-name-short' : 'canvas-card-name'}>{data.name}</span>
    </Tooltip>
  );
}

export function ComponentNode({ data, selected }: NodeProps<ComponentNodeType>) {
  const detail = useStore(detailAt);
  const { component, figures } = data;
  const family = kindByKey(component.kind)?.family ?? 'platform';
  const replicas = component.capacity?.replicas ?? 1;
  const busy = figures?.utilisation ?? null;
  const isFar = detail !== 'card';
  const tone = isFar ? (busy === null ? 'canvas-card-plain' : utilisationClass(busy)) : '';
  return (
    <div
      className={`canvas-card canvas-card-at-${detail} ${tone} ${selected ? 'canvas-card-selected' : ''}`}
      style={{ '--family': `var(--family-${family})` } as React.CSSProperties}
    >
      <Handles />
      {detail === 'card' && (
        <>
          <div className="canvas-card-head">
            <KindIcon kind={component.kind} />
            <Name data={data} />
            <Problem severity={data.problem} />
            {replicas !== 1 && <span className="canvas-card-replicas">×{replicas}</span>}
          </div>
          {figures ? <Utilisation figures={figures} /> : <div className="canvas-card-kind">{data.kindTitle}</div>}
        </>
      )}
      {detail === 'name' && (
        <span className="canvas-card-far">
          {busy !== null && `${Math.round(busy * 100)} % `}
          {data.name}
        </span>
      )}
    </div>
  );
}
