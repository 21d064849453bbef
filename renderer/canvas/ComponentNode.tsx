// One component: a card with icon, name and replicas, and below that its kind, or after a run how busy it is. Far away it
// becomes a coloured block with a name, and farther still a block.
import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { CircleAlert, CircleX, TriangleAlert } from 'lucide-react';
import { kindByKey } from '../../src/catalogue/index.ts';
import type { Component } from '../../src/model/design.ts';
import { replayCard, type ReplayCard } from '../replay/frames.ts';
import { hoverProps, useIsHovered } from '../state/hover.ts';
import { useReplay, type Replay } from '../state/replay.ts';
import { shownRun, useResults } from '../state/results.ts';
import { missedAt } from '../../src/report/objectives.ts';
import { t } from '../texts.ts';
import { useViews } from '../state/views.ts';
import { KindIcon } from '../theme/KindIcon.tsx';
import { formatShare } from '../theme/format.ts';
import { Tooltip } from '../theme/Tooltip.tsx';
import { UtilisationBar } from '../theme/UtilisationBar.tsx';
import { utilisationClass, utilisationLevel, utilisationWords } from '../theme/utilisation.ts';
import type { CardFigures } from './figures.ts';
import type { ComponentNodeData, ComponentNodeType } from './derive.ts';
import { useDetail, type Detail } from './detail.ts';
import { SIDES } from './handles.ts';
import { NameInput } from './NameInput.tsx';
import { countRender } from './render-counts.ts';

/** Nothing of them changes while the card does. */
export const Handles = memo(function Handles() {
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
});

/** Their places, as React Flow measures them when a card comes into sight; from so far away nobody draws from one. */
const FAR_HANDLES = [
  <span key="whole" className="canvas-card-target target" data-handleid="whole" data-handlepos="top" />,
  ...SIDES.map((side) => (
    <span
      key={side}
      className={`react-flow__handle react-flow__handle-${side} canvas-card-far-handle source`}
      data-handleid={side}
      data-handlepos={side}
    />
  )),
];

function Busy({ utilisation }: { readonly utilisation: number }) {
  return (
    <div
      className="canvas-card-busy"
      title={t('nodes.utilised', { share: formatShare(utilisation), words: utilisationWords(utilisation) })}
    >
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

function isBroker({ kind }: Component): boolean {
  return kindByKey(kind)?.behaviour.station === 'broker';
}

function cardOf(replay: Replay | null, component: Component): ReplayCard | null {
  return replay && replayCard(replay.run.result, component.id, isBroker(component), replay.step);
}

/** Null outside of a replay. What takes it is drawn anew at each step that changes it, and is kept small for that. */
function useReplayCard(component: Component): ReplayCard | null {
  return useReplay((replay) => cardOf(replay, component));
}

function Badge({ component }: { readonly component: Component }) {
  const card = useReplayCard(component);
  const text = card?.serving ?? `×${component.capacity?.replicas ?? 1}`;
  const isScaling = card !== null && card.wanted !== null;
  if (text === '×1' && !isScaling) return null;
  return <span className={`canvas-card-replicas ${isScaling ? 'canvas-card-scaling' : ''}`}>{text}</span>;
}

/** What the view at hand tells, instead of everything. */
function Shown({ figure, busy }: { readonly figure: string; readonly busy: number | null }) {
  if (busy === null) return <div className="canvas-card-kind">{figure}</div>;
  return (
    <div className="canvas-card-figures">
      <Busy utilisation={busy} />
      <div className="canvas-card-shown">{figure}</div>
    </div>
  );
}

function Body({ data }: { readonly data: ComponentNodeData }) {
  const card = useReplayCard(data.component);
  const figure = data.tone?.figure ?? null;
  if (figure !== null) return <Shown figure={figure} busy={card?.utilisation ?? data.figures?.utilisation ?? null} />;
  if (card) return <Moment card={card} />;
  if (data.figures) return <Utilisation figures={data.figures} />;
  return <div className="canvas-card-kind">{data.kindTitle}</div>;
}

/** Far away there is room for a name and how busy it is. */
function FarName({ data }: { readonly data: ComponentNodeData }) {
  const card = useReplayCard(data.component);
  const busy = (card ?? data.figures)?.utilisation ?? null;
  const figure = data.tone?.figure ?? (busy === null ? null : `${Math.round(busy * 100)} %`);
  return (
    <span className="canvas-card-far">
      {figure !== null && `${figure} `}
      {data.name}
    </span>
  );
}

function Problem({ severity }: { readonly severity: ComponentNodeData['problem'] }) {
  if (severity !== 'error' && severity !== 'warning') return null;
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert;
  const text = t(severity === 'error' ? 'nodes.errorHere' : 'nodes.warningHere');
  return (
    <span className={`canvas-card-problem canvas-card-${severity}`} title={text}>
      <Icon size={14} aria-hidden="true" />
      <span className="visually-hidden">{text}</span>
    </span>
  );
}

/** An objective of this component that the shown run missed. */
function Missed({ id }: { readonly id: string }) {
  const missed = useResults((state) => missedAt(shownRun(state), id));
  if (missed === 0) return null;
  const text = t('nodes.objectivesMissed', { count: missed });
  return (
    <span className="canvas-card-problem canvas-card-error" title={text}>
      <CircleX size={14} aria-hidden="true" />
      <span className="visually-hidden">{text}</span>
    </span>
  );
}

const Name = memo(function Name({ data }: { readonly data: ComponentNodeData }) {
  if (data.isRenaming) return <NameInput componentId={data.component.id} name={data.name} />;
  return (
    <Tooltip text={`${data.name}, ${data.kindTitle}`} side="top">
      <span className={data.figures ? 'canvas-card-name canvas-card-name-short' : 'canvas-card-name'}>{data.name}</span>
    </Tooltip>
  );
});

/** Far away the whole card takes the colour of its utilisation, and in a view that of what it tells. */
function useTone({ component, figures, tone }: ComponentNodeData, detail: Detail, byUtilisation: boolean): string {
  return useReplay((replay) => {
    const busy = (cardOf(replay, component) ?? figures)?.utilisation ?? null;
    if (tone && !(byUtilisation && replay)) return `canvas-tone canvas-tone-${tone.level}`;
    if (tone) return busy === null ? 'canvas-tone' : `canvas-tone canvas-tone-${utilisationLevel(busy)}`;
    if (detail === 'card') return '';
    return busy === null ? 'canvas-card-plain' : utilisationClass(busy);
  });
}

/** Kept from being drawn anew where React Flow hands it the same once more. */
export const ComponentNode = memo(function ComponentNode({ data, selected }: NodeProps<ComponentNodeType>) {
  const detail = useDetail();
  const byUtilisation = useViews((state) => state.view === 'utilisation');
  const tone = useTone(data, detail, byUtilisation);
  const { component } = data;
  const isHovered = useIsHovered('component', component.id);
  countRender(component.id);
  const family = kindByKey(component.kind)?.family ?? 'platform';
  return (
    <div
      className={`canvas-card canvas-card-at-${detail} ${tone} ${selected ? 'canvas-card-selected' : ''} ${isHovered ? 'canvas-card-hovered' : ''}`}
      {...hoverProps('component', component.id)}
      style={{ '--family': `var(--family-${family})` } as React.CSSProperties}
    >
      {detail === 'block' ? FAR_HANDLES : <Handles />}
      {detail === 'card' && (
        <>
          <div className="canvas-card-head">
            <KindIcon kind={component.kind} />
            <Name data={data} />
            <Problem severity={data.problem} />
            <Missed id={component.id} />
            <Badge component={component} />
          </div>
          <Body data={data} />
        </>
      )}
      {detail === 'name' && <FarName data={data} />}
    </div>
  );
});
