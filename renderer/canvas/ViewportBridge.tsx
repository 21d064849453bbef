// Inside React Flow: gives commands their handle on the viewport, and fits the view when another design is opened.
import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { canvasStore, useCanvas, type Point } from '../state/canvas.ts';
import { documentStore, useDocument } from '../state/document.ts';
import { CARD } from '../../src/layout/card.ts';
import type { CanvasEdge, CanvasNode } from './derive.ts';
import { detailNow, detailWhile } from './detail.ts';
import { placesOf } from './geometry.ts';

/** The bar with the zoom stands over the foot of the canvas, in pixels of the screen. */
const FOOT = 52;
const FIT = {
  padding: { top: '56px', left: '28px', right: '28px', bottom: `${FOOT}px` },
  maxZoom: 1.25,
  minZoom: 0.03,
} as const;
const SMOOTH = { duration: 200 };

function pane(): HTMLElement | null {
  return document.querySelector('[data-canvas]');
}

function middleOnScreen(): Point {
  const box = pane()?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 };
}

/** As long as nobody has moved the view, the whole design stays in sight when panels are folded or resized. */
function useRefit(fit: () => void): void {
  const latest = useRef(fit);
  useEffect(() => {
    latest.current = fit;
  });
  useEffect(() => {
    const element = pane();
    if (!element) return;
    let width = element.clientWidth;
    let height = element.clientHeight;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width && element.clientHeight === height) return;
      width = element.clientWidth;
      height = element.clientHeight;
      if (canvasStore.getState().isFitted) latest.current();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
}

export function ViewportBridge() {
  const flow = useReactFlow<CanvasNode, CanvasEdge>();
  const generation = useDocument((state) => state.generation);
  const isPlaced = useCanvas((state) => state.fallback !== null);
  const detail = useStore(detailNow);
  useRefit(() => void flow.fitView(FIT));
  const isZooming = useCanvas((state) => state.isZooming);
  useLayoutEffect(
    () => canvasStore.setState(({ detail: before }) => ({ detail: detailWhile(isZooming, before, detail) })),
    [detail, isZooming],
  );

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
      const isInSight = corner.x >= box.left && corner.y >= box.top && end.x <= box.right && end.y <= box.bottom - FOOT;
      if (isInSight) return;
      if (canvasStore.getState().isFitted) {
        void flow.fitView({ ...FIT, ...SMOOTH });
        return;
      }
      const middle = { x: first.x + CARD.width / 2, y: first.y + CARD.height / 2 };
      canvasStore.setState({ isFitted: false });
      void flow.setCenter(middle.x, middle.y, { ...SMOOTH, zoom: flow.getZoom() });
    };
    canvasStore.setState({
      viewport: {
        fit: () => {
          canvasStore.setState({ isFitted: true });
          void flow.fitView({ ...FIT, ...SMOOTH });
        },
        fitTo: (box) => {
          canvasStore.setState({ isFitted: false });
          void flow.fitBounds(box, { ...SMOOTH, padding: 0.15 });
        },
        zoom: (direction) => {
          canvasStore.setState({ isFitted: false });
          if (direction === 'in') void flow.zoomIn(SMOOTH);
          else if (direction === 'out') void flow.zoomOut(SMOOTH);
          else void flow.zoomTo(1, SMOOTH);
        },
        reveal,
        centre: () => flow.screenToFlowPosition(middleOnScreen()),
        at: (screen) => flow.screenToFlowPosition(screen),
        focus: () => pane()?.focus(),
        shownPart: () => flow.getViewport(),
        routeOf: (id) => flow.getEdge(id)?.data?.route ?? null,
      },
    });
    return () => canvasStore.setState({ viewport: null });
  }, [flow]);

  useEffect(() => {
    if (!isPlaced) return;
    const { shownPart } = canvasStore.getState();
    canvasStore.setState({ isFitted: shownPart === null, shownPart: null });
    let frame = requestAnimationFrame(() => {
      void (shownPart ? flow.setViewport(shownPart) : flow.fitView(FIT));
      frame = requestAnimationFrame(() => canvasStore.setState({ isSettled: true }));
    });
    return () => cancelAnimationFrame(frame);
  }, [flow, generation, isPlaced]);

  return null;
}
