// The lines of a large design from afar, below the cards.
import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { CanvasEdge } from './derive.ts';
import { bundled, type LineBundle } from './far-lines.ts';

const Bundle = memo(function Bundle({ markClass, lineClass, path }: Omit<LineBundle, 'id'>) {
  return (
    <g className={`react-flow__edge ${markClass}`}>
      <path className={`canvas-edge canvas-edge-thin canvas-edge-bundle ${lineClass}`} d={path} />
    </g>
  );
});

export const FarLines = memo(function FarLines({ edges }: { readonly edges: readonly CanvasEdge[] }) {
  const bundles = useMemo(() => bundled(edges), [edges]);
  return (
    <ViewportPortal>
      <svg className="canvas-far-lines" aria-hidden="true">
        {bundles.map(({ id, ...bundle }) => (
          <Bundle key={id} {...bundle} />
        ))}
      </svg>
    </ViewportPortal>
  );
});
