// Inside React Flow: gives commands their handle on the viewport, and fits the view when another design is opened.
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { canvasStore, useCanvas, type Point } from '../state/canvas.ts';
import { documentStore, useDocument } from '../state/document.ts';
import { CARD, placesOf } from './geometry.ts';

const FIT = { padding: 0.08, maxZoom: 1.25, minZoom: 0.1 };
const SMOOTH = { duration: 200 };

function pane(): HTMLElement | null {
  return document.querySelector('[data-canvas]');
}

function middleOnScreen(): Point {
  const box = pane()?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 };
}

export function ViewportBridge() {
  const flow = useReactFlow();
  const generation = useDocument((state) => state.generation);
  const isPlaced = useCanvas((state) => state.fallback !== null);

  useEffect(() => {
    const reveal = (ids: readonly string[]): void => {
      const { design } = documentStore.getState();
      const { fallback, drag } = canvasStore.getState();
      const places = placesOf(design, fallback, drag);
      const box = pane()?.getBoundingClientRect();
      const first = places.get(ids[0] ?? '');
      if (!box || !first) return;
      const corner = flow.flowToScreenPosition(first);
      const end = flow.flowToScreenPosition({ x: first.x + CARD.width, y: first.y + CARD.height });
      const isInSight = corner.x >= box.left && corner.y >= box.top && end.x <= box.right && end.y <= box.bottom;
      if (isInSight) return;
      const middle = { x: first.x + CARD.width / 2, y: first.y + CARD.height / 2 };
      void flow.setCenter(middle.x, middle.y, { ...SMOOTH, zoom: flow.getZoom() });
    };
    canvasStore.setState({
      viewport: {
        fit: () => void flow.fitView({ ...FIT, ...SMOOTH }),
        zoom: (direction) => {
          if (direction === 'in') void flow.zoomIn(SMOOTH);
          else if (direction === 'out') void flow.zoomOut(SMOOTH);
          else void flow.zoomTo(1, SMOOTH);
        },
        reveal,
        centre: () => flow.screenToFlowPosition(middleOnScreen()),
        at: (screen) => flow.screenToFlowPosition(screen),
        focus: () => pane()?.focus(),
      },
    });
    return () => canvasStore.setState({ viewport: null });
  }, [flow]);

  useEffect(() => {
    if (!isPlaced) return;
    const frame = requestAnimationFrame(() => void flow.fitView(FIT));
    return () => cancelAnimationFrame(frame);
  }, [flow, generation, isPlaced]);

  return null;
}
