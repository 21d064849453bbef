// What can be taken hold of on the selected connection: its bends, and its two ends. Drawn above all nodes, once, instead
// of in each of a thousand edges.
import { ViewportPortal } from '@xyflow/react';
import type { KeyboardEvent } from 'react';
import { bendsOf } from '../../src/model/connections.ts';
import { CARD, GRID } from '../../src/layout/card.ts';
import { canvasStore, type Point } from '../state/canvas.ts';
import { useEdges, type EndName } from '../state/edges.ts';
import { t } from '../texts.ts';
import { dragBend, moveBend, removeBend, titleOf } from './bending.ts';
import type { CanvasEdge } from './derive.ts';
import { FINE_GRID } from './geometry.ts';
import { dragEnd } from './leading.ts';
import { runCommandById } from '../commands/run-command.ts';
import { documentStore } from '../state/document.ts';

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

function at({ x, y }: Point): React.CSSProperties {
  return { transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` };
}

interface GripProps {
  readonly edge: CanvasEdge & { readonly data: NonNullable<CanvasEdge['data']> };
}

function BendGrip({ edge, index, point }: GripProps & { readonly index: number; readonly point: Point }) {
  const { connection, route } = edge.data;
  const remove = (): void => {
    removeBend(connection, index);
    canvasStore.getState().viewport?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (arrow) moveBend(connection, index, scaled(arrow, event.shiftKey ? GRID : FINE_GRID));
    else if (event.key === 'Delete' || event.key === 'Backspace') remove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <button
      type="button"
      className="canvas-grip canvas-grip-bend nodrag nopan"
      style={at(point)}
      aria-label={t('connections.bend', {
        number: index + 1,
        name: titleOf(documentStore.getState().design, connection),
      })}
      title={t('connections.bendHelp')}
      onPointerDown={(event) => dragBend(event, connection, route, index)}
      onDoubleClick={remove}
      onKeyDown={onKeyDown}
    />
  );
}

function scaled({ x, y }: Point, by: number): Point {
  return { x: x * by, y: y * by };
}

function EndGrip({ edge, end }: GripProps & { readonly end: EndName }) {
  const { connection, route } = edge.data;
  const point = (end === 'from' ? route.points[0] : route.points.at(-1)) as Point;
  return (
    <button
      type="button"
      className="canvas-grip canvas-grip-end nodrag nopan"
      style={at(point)}
      aria-label={t(end === 'from' ? 'connections.callerEnd' : 'connections.calleeEnd')}
      title={t('connections.endHelp')}
      onPointerDown={(event) => dragEnd(event, connection, route, end)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        runCommandById('edit.changeEnds');
      }}
    />
  );
}

/** The line that follows the pointer while an end is led elsewhere. */
function LeadLine() {
  const leading = useEdges((state) => state.leading);
  if (!leading) return null;
  const { anchor, at: tip } = leading;
  return (
    <svg className="canvas-lead" width={CARD.width} height={CARD.height} aria-hidden="true">
      <path className="react-flow__connection-path" d={`M${anchor.x},${anchor.y} L${tip.x},${tip.y}`} />
    </svg>
  );
}

export function EdgeEditor({ edge }: { readonly edge: CanvasEdge | null }) {
  const bending = useEdges((state) => state.bending);
  if (!edge?.data) return null;
  const { data } = edge;
  const points = bending?.connection === edge.id ? bending.points : bendsOf(data.connection);
  return (
    <ViewportPortal>
      {points.map((point, index) => (
        <BendGrip key={index} edge={{ ...edge, data }} index={index} point={point} />
      ))}
      <EndGrip edge={{ ...edge, data }} end="from" />
      <EndGrip edge={{ ...edge, data }} end="to" />
      <LeadLine />
    </ViewportPortal>
  );
}
