// The presentation: the canvas fills the window, first the whole design, then one group after the other. Arrow keys step,
// Escape leaves.
import { Panel } from '@xyflow/react';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { canvasStore, useCanvas } from '../state/canvas.ts';
import { useDocument } from '../state/document.ts';
import { panelsStore } from '../state/panels.ts';
import { useViews, viewsStore } from '../state/views.ts';
import { t } from '../texts.ts';
import { IconButton } from '../theme/Button.tsx';
import { placeGroups, placesOf, type PlacedGroup } from './geometry.ts';

const FORWARD = new Set(['ArrowRight', 'ArrowDown', 'PageDown', ' ']);
const BACK = new Set(['ArrowLeft', 'ArrowUp', 'PageUp']);

function leave(): void {
  viewsStore.setState({ slide: null });
  canvasStore.getState().viewport?.fit();
  canvasStore.getState().viewport?.focus();
}

function stepTo(slide: number, count: number): void {
  viewsStore.setState({ slide: Math.max(0, Math.min(count - 1, slide)) });
}

/** In the order that a reader meets them: from top to bottom, then from left to right. */
function useSlides(): readonly PlacedGroup[] {
  const design = useDocument((state) => state.design);
  const fallback = useCanvas((state) => state.fallback);
  return useMemo(
    () =>
      [...placeGroups(design, placesOf(design, fallback, null))].sort(
        (a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x,
      ),
    [design, fallback],
  );
}

function Slides({ slide }: { readonly slide: number }) {
  const groups = useSlides();
  const name = useDocument((state) => state.design.name);
  const count = groups.length + 1;
  const group = groups[slide - 1];
  const rect = group?.rect;

  useEffect(() => {
    const { viewport } = canvasStore.getState();
    if (rect) viewport?.fitTo(rect);
    else viewport?.fit();
  }, [rect]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (panelsStore.getState().dialog !== null || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest('button, input, select') && event.key === ' ')
        return;
      if (event.key === 'Escape') leave();
      else if (FORWARD.has(event.key)) stepTo(slide + 1, count);
      else if (BACK.has(event.key)) stepTo(slide - 1, count);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the canvas takes the arrow keys for what is selected.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [slide, count]);

  return (
    <Panel position="bottom-center">
      <div className="canvas-slides" role="group" aria-label={t('views.presentation')}>
        <IconButton
          icon={ChevronLeft}
          label={t('views.previousSlide')}
          disabled={slide === 0}
          onClick={() => stepTo(slide - 1, count)}
        />
        <span className="canvas-slides-title" role="status">
          {group ? (group.group.name ?? group.group.id) : name}
          {count > 1 && <span className="canvas-slides-count">{t('views.slide', { number: slide + 1, count })}</span>}
        </span>
        <IconButton
          icon={ChevronRight}
          label={t('views.nextSlide')}
          disabled={slide >= count - 1}
          onClick={() => stepTo(slide + 1, count)}
        />
        <IconButton icon={X} label={t('views.leave')} keys="Esc" onClick={leave} />
      </div>
    </Panel>
  );
}

export function Presentation() {
  const slide = useViews((state) => state.slide);
  return slide === null ? null : <Slides slide={slide} />;
}
