// Places for components that have none: on opening for the view alone, so that looking at a design does not change it;
// on "Arrange" for all of them, as one undoable step.
import { layoutDesign } from '../../src/layout/layout-design.ts';
import type { Design } from '../../src/model/design.ts';
import { reportDefect } from '../commands/defects.ts';
import { canvasStore, type Places } from '../state/canvas.ts';
import { documentStore } from '../state/document.ts';
import { commitPlaces } from './gestures.ts';
import { layoutEngine } from './layout-engine.ts';

function placesIn(design: Design): Places {
  return Object.fromEntries(design.components.flatMap(({ id, view }) => (view ? [[id, view] as const] : [])));
}

/** Lays the whole design out anew. Nothing happens where it was changed meanwhile: what it answers would be out of date. */
export async function arrange(): Promise<void> {
  const { design } = documentStore.getState();
  const arranged = await layoutDesign(design, {
    only: design.components.map(({ id }) => id),
    engine: layoutEngine,
  });
  if (documentStore.getState().design !== design) return;
  commitPlaces('arrange', placesIn(arranged));
  requestAnimationFrame(() => canvasStore.getState().viewport?.fit());
}

/** Components that came without a place, as from an undo past a removal, join the fallback of the others. */
async function place(design: Design, generation: number): Promise<void> {
  const known = canvasStore.getState().fallback ?? {};
  const seen = design.components.map((component) =>
    component.view === undefined && known[component.id] ? { ...component, view: known[component.id] } : component,
  );
  const placed = await layoutDesign({ ...design, components: seen }, { engine: layoutEngine });
  if (documentStore.getState().generation !== generation) return;
  const fallback = Object.fromEntries(
    placed.components.flatMap(({ id, view }) => (view && !hasPlace(design, id) ? [[id, view] as const] : [])),
  );
  canvasStore.setState({ fallback: { ...known, ...fallback } });
}

function hasPlace(design: Design, id: string): boolean {
  return design.components.some((component) => component.id === id && component.view !== undefined);
}

function lacksPlaces(design: Design): boolean {
  const { fallback } = canvasStore.getState();
  return fallback === null || design.components.some(({ id, view }) => view === undefined && !fallback[id]);
}

/** Follows the document from now on. */
export function placeNewcomers(): () => void {
  let asked: Design | null = null;
  return documentStore.subscribe(({ design, generation }) => {
    if (design === asked || !lacksPlaces(design)) return;
    asked = design;
    place(design, generation).catch((thrown: unknown) => {
      // Better all in one corner, to be moved or arranged by hand, than nothing to be seen.
      canvasStore.setState({ fallback: canvasStore.getState().fallback ?? {} });
      void reportDefect(thrown);
    });
  });
}
