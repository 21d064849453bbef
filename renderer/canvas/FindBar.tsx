// Finding a component: what is typed is marked on the canvas and counted, Enter goes to the next one.
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { componentById } from '../../src/model/graph.ts';
import { CARD } from '../../src/layout/card.ts';
import { canvasStore } from '../state/canvas.ts';
import { documentStore, useDocument } from '../state/document.ts';
import { select } from '../state/selection.ts';
import { useViews, viewsStore } from '../state/views.ts';
import { t } from '../texts.ts';
import { IconButton } from '../theme/Button.tsx';
import { matching } from './finding.ts';
import { placesOf } from './geometry.ts';

/** So much around a card is shown when it is gone to from afar. */
const AROUND = { x: 360, y: 260 };

function goTo(id: string): void {
  const { design } = documentStore.getState();
  const { fallback, viewport, detail } = canvasStore.getState();
  if (!componentById(design, id)) return;
  select({ components: [id] });
  const place = placesOf(design, fallback, null).get(id);
  if (detail === 'card' || !place) viewport?.reveal([id]);
  else
    viewport?.fitTo({
      x: place.x - AROUND.x,
      y: place.y - AROUND.y,
      width: CARD.width + 2 * AROUND.x,
      height: CARD.height + 2 * AROUND.y,
    });
}

function close(): void {
  viewsStore.setState({ search: null });
  canvasStore.getState().viewport?.focus();
}

function Bar({ search }: { readonly search: string }) {
  const design = useDocument((state) => state.design);
  const found = useMemo(() => matching(design, search), [design, search]);
  const [at, setAt] = useState<number | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const step = (by: 1 | -1): void => {
    if (found.length === 0) return;
    const next = at === null ? (by > 0 ? 0 : found.length - 1) : (at + by + found.length) % found.length;
    setAt(next);
    goTo(found[next] as string);
  };
  const count =
    search.trim() === ''
      ? ''
      : found.length === 0
        ? t('views.foundNone')
        : at === null
          ? t('views.found', { count: found.length })
          : t('views.foundAt', { number: at + 1, count: found.length });
  return (
    <div className="canvas-find" role="search" aria-label={t('views.find')}>
      <input
        ref={input}
        type="search"
        className="text-input"
        aria-label={t('views.find')}
        placeholder={t('views.findPlaceholder')}
        value={search}
        onChange={(event) => {
          setAt(null);
          viewsStore.setState({ search: event.target.value });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') close();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span className="canvas-find-count" role="status">
        {count}
      </span>
      <IconButton icon={ChevronUp} label={t('views.previous')} onClick={() => step(-1)} disabled={found.length === 0} />
      <IconButton icon={ChevronDown} label={t('views.next')} onClick={() => step(1)} disabled={found.length === 0} />
      <IconButton icon={X} label={t('views.closeFind')} onClick={close} />
    </div>
  );
}

export function FindBar() {
  const search = useViews((state) => state.search);
  return search === null ? null : <Bar search={search} />;
}
