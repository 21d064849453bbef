// One component: a card with icon, name and replicas, and below that its kind, or after a run how busy it is. Far away it
// becomes a coloured block with a name, and farther still a block.
import { Handle, Position, useStore, type NodeProps, type ReactFlowState } from '@xyflow/react';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { kindByKey } from '../../src/catalogue/index.ts';
import type { Component } from '../../src/model/design.ts';
import { replayCard, type ReplayCard } from '../replay/frames.ts';
import { useReplay } from '../state/replay.ts';
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

function Busy({ utilisation }: { readonly utilisation: number }) {
  return (
    <div className="canvas-card-busy" title={`${formatShare(utilisation)} utilised: ${utilisationWords(utilisation)}`}>
      <UtilisationBar utilisation={utilisation} />
      <span>{formatShare(Math.round(utilisation * 1000) / 1000)}</span>
    </div>
  );
}

function Utilisation({ figures }: { readonly figures: CardFigures }) {
  const { utilisation, waiting, rate, p95 } = figures;
  return (
    <div className="canvas-card-figures">
      {utilisation !== null && <Busy utilisation={utilisation} />}
      {waiting !== null && <div className="canvas-card-waiting">{waiting}</div>}
      <div className="canvas-card-rates">
        <span>{rate}</span>
        <span>p95 {p95}</span>
      </div>
    </div>
  );
}

/** The same place in a replay: the moment instead of the mean. */
function Moment({ card }: { readonly card: ReplayCard }) {
  const { utilisation, waiting, wanted, version } = card;
  const capacity = [wanted, version].filter((text) => text !== null).join(' · ');
  return (
    <div className="canvas-card-figures">
      {utilisation !== null && <Busy utilisation={utilisation} />}
      <div className="canvas-card-rates">
        <span>{waiting}</span>
        <span title={capacity}>{capacity}</span>
      </div>
    </div>
  );
}

function Badge({ component, card }: { readonly component: Component; readonly card: ReplayCard | null }) {
  const text = card?.serving ?? `×${component.capacity?.replicas ?? 1}`;
  const isScaling = card !== null && card.wanted !== null;
  if (text === '×1' && !isScaling) return null;
  return <span className={`canvas-card-replicas ${isScaling ? 'canvas-card-scaling' : ''}`}>{text}</span>;
}

/** Null outside of a replay. */
function useReplayCard(component: Component): ReplayCard | null {
  const isBroker = kindByKey(component.kind)?.behaviour.station === 'broker';
  return useReplay((replay) => replay && replayCard(replay.run.result, component.id, isBroker, replay.step));
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
  const card = useReplayCard(component);
  const busy = (card ?? figures)?.utilisation ?? null;
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
            <Badge component={component} card={card} />
          </div>
          {card ? (
            <Moment card={card} />
          ) : figures ? (
            <Utilisation figures={figures} />
          ) : (
            <div className="canvas-card-kind">{data.kindTitle}</div>
          )}
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
