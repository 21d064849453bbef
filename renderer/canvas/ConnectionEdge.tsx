// One connection: solid where the caller waits, dashed where it does not, an arrow at the callee, and a label that says
// the protocol, and after a run the rate; failed calls are a red share of the line with their figure. From afar it is a
// line, from farther still a thin one.
import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { RotateCw, TriangleAlert } from 'lucide-react';
import { hoverProps, useIsHovered } from '../state/hover.ts';
import { dragLine } from './bending.ts';
import type { CanvasEdge, ConnectionEdgeData } from './derive.ts';
import { useDetail } from './detail.ts';

function Label({ data, selected }: { readonly data: ConnectionEdgeData; readonly selected: boolean }) {
  const { connection, route, figures } = data;
  const text = connection.label ?? connection.protocol ?? null;
  if (text === null && figures === null) return null;
  return (
    <EdgeLabelRenderer>
      <span
        className={`canvas-edge-label ${selected ? 'canvas-edge-label-selected' : ''}`}
        style={{ transform: `translate(-50%, -50%) translate(${route.middle.x}px, ${route.middle.y}px)` }}
        aria-hidden="true"
      >
        {text !== null && <span className="canvas-edge-text">{text}</span>}
        {figures && <span className="canvas-edge-rate">{figures.rate}</span>}
        {figures?.failed && (
          <span className="canvas-edge-failed">
            <TriangleAlert size={10} /> {figures.failed}
          </span>
        )}
        {figures?.retries && (
          <span className="canvas-edge-failed">
            <RotateCw size={10} /> {figures.retries}
          </span>
        )}
      </span>
    </EdgeLabelRenderer>
  );
}

/** Above the label, at every zoom. */
function Sign({ data, sign }: { readonly data: ConnectionEdgeData; readonly sign: string }) {
  const { x, y } = data.route.middle;
  return (
    <EdgeLabelRenderer>
      <span
        className="diff-sign"
        data-sign={sign}
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y - 20}px)` }}
        aria-hidden="true"
      >
        {sign}
      </span>
    </EdgeLabelRenderer>
  );
}

function classes(names: Readonly<Record<string, boolean>>): string {
  return Object.keys(names)
    .filter((name) => names[name])
    .join(' ');
}

export const ConnectionEdge = memo(function ConnectionEdge({ data, selected = false }: EdgeProps<CanvasEdge>) {
  const detail = useDetail();
  const isHovered = useIsHovered('connection', data?.connection.id ?? '');
  if (!data) return null;
  const { connection, route, figures, width, level } = data;
  const line = classes({
    'canvas-edge': true,
    'canvas-edge-async': connection.mode === 'async',
    'canvas-edge-selected': selected,
    [`canvas-edge-${level ?? ''}`]: level !== null,
  });
  if (detail === 'block') return <path d={route.path} className={`${line} canvas-edge-thin`} />;
  const failed = figures?.failedShare ?? 0;
  return (
    <>
      <path
        d={route.path}
        className={`canvas-edge-reach ${selected ? 'canvas-edge-movable nopan' : ''} ${isHovered ? 'canvas-edge-hovered' : ''}`}
        {...hoverProps('connection', connection.id)}
        onPointerDown={selected ? (event) => dragLine(event, connection, route) : undefined}
      />
      <path d={route.path} className={line} style={{ strokeWidth: width }} />
      {failed > 0 && (
        <path
          d={route.path}
          className="canvas-edge-red"
          pathLength={1}
          style={{ strokeWidth: width + 1, strokeDasharray: `${failed} 1`, strokeDashoffset: failed - 1 }}
        />
      )}
      <path d={route.head} className={`canvas-edge-head ${line.replace('canvas-edge ', '')}`} />
      {data.sign !== undefined && <Sign data={data} sign={data.sign} />}
      {detail === 'card' && <Label data={data} selected={selected} />}
    </>
  );
});
