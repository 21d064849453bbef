// The lines along which what is dragged lies level with its neighbours.
import { ViewportPortal } from '@xyflow/react';
import { useGesture } from '../state/gesture.ts';

/** So far beyond the outermost box. */
const BEYOND = 12;

export function Guides() {
  const guides = useGesture((state) => state.guides);
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      {guides.map(({ direction, at, from, to }) => {
        const length = to - from + 2 * BEYOND;
        const style =
          direction === 'upright'
            ? { left: at, top: from - BEYOND, height: length }
            : { top: at, left: from - BEYOND, width: length };
        return <div key={`${direction} ${at}`} className={`canvas-guide canvas-guide-${direction}`} style={style} />;
      })}
    </ViewportPortal>
  );
}
