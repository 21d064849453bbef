// The map of a large design: all cards of one colour in one path, since a thousand of them would each be asked at every move.
import { Panel, useReactFlow, useStore } from '@xyflow/react';
import { memo, useMemo, type PointerEvent } from 'react';
import { around } from '../../src/layout/card.ts';
import { t } from '../texts.ts';
import type { CanvasNode } from './derive.ts';

const WIDTH = 140;
const HEIGHT = 96;
const MARGIN = 80;

interface Shapes {
  readonly viewBox: string;
  readonly paths: ReadonlyMap<string, string>;
}

function shapesOf(nodes: readonly CanvasNode[], colourOf: (node: CanvasNode) => string): Shapes {
  const paths = new Map<string, string>();
  const boxes = nodes.map(({ position, width = 0, height = 0 }) => ({ ...position, width, height }));
  nodes.forEach((node, index) => {
    const box = boxes[index];
    if (!box) return;
    const colour = colourOf(node);
    const shape = `M${box.x},${box.y}h${box.width}v${box.height}h${-box.width}z`;
    paths.set(colour, (paths.get(colour) ?? '') + shape);
  });
  const { x, y, width, height } = around(boxes) ?? { x: 0, y: 0, width: 1, height: 1 };
  return { viewBox: `${x - MARGIN} ${y - MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`, paths };
}

/** What is in sight, on the map. */
function InSight() {
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  return <rect className="canvas-map-sight" x={-x / zoom} y={-y / zoom} width={width / zoom} height={height / zoom} />;
}

const Cards = memo(function Cards({ paths }: Pick<Shapes, 'paths'>) {
  return [...paths].map(([colour, path]) => <path key={colour} d={path} style={{ fill: colour }} />);
});

interface Props {
  readonly nodes: readonly CanvasNode[];
  readonly colourOf: (node: CanvasNode) => string;
}

export function LargeMap({ nodes, colourOf }: Props) {
  const flow = useReactFlow();
  const { viewBox, paths } = useMemo(() => shapesOf(nodes, colourOf), [nodes, colourOf]);
  const goThere = ({ currentTarget, clientX, clientY, buttons }: PointerEvent<SVGSVGElement>): void => {
    const matrix = currentTarget.getScreenCTM();
    if (!matrix || buttons !== 1) return;
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
    void flow.setCenter(x, y, { zoom: flow.getZoom() });
  };
  return (
    <Panel position="bottom-right" className="canvas-map">
      <svg
        role="img"
        aria-label={t('views.minimap')}
        width={WIDTH}
        height={HEIGHT}
        viewBox={viewBox}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          goThere(event);
        }}
        onPointerMove={goThere}
      >
        <Cards paths={paths} />
        <InSight />
      </svg>
    </Panel>
  );
}
