// What commands do on the canvas beyond moving its view: look closer, find, focus, colour, present, bend.
import type { CommandContext } from '../../src/commands/command.ts';
import { around } from '../../src/layout/card.ts';
import { canvasStore, type Box } from '../state/canvas.ts';
import { documentStore } from '../state/document.ts';
import { openDialog } from '../state/panels.ts';
import { selectionStore } from '../state/selection.ts';
import { endFocus, focusOn, showView, viewsStore } from '../state/views.ts';
import { addBend } from './bending.ts';
import { cardRect, placeGroups, placesOf } from './geometry.ts';

/** Of everything that is selected: cards, areas and lines. */
function selectedBoxes(): readonly Box[] {
  const { design } = documentStore.getState();
  const { fallback, viewport } = canvasStore.getState();
  const { components, connections, groups } = selectionStore.getState();
  const places = placesOf(design, fallback, null);
  const cards = components.flatMap((id) => places.get(id) ?? []).map(cardRect);
  const areas = placeGroups(design, places).filter(({ group }) => groups.includes(group.id));
  const corners = connections.flatMap((id) => viewport?.routeOf(id)?.points ?? []);
  return [...cards, ...areas.map(({ rect }) => rect), ...corners.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))];
}

type Actions = Pick<
  CommandContext['canvas'],
  'fitSelection' | 'colourBy' | 'focus' | 'endFocus' | 'find' | 'present' | 'addBend' | 'changeEnds'
>;

export const canvasActions: Actions = {
  fitSelection: () => {
    const box = around(selectedBoxes());
    if (box) canvasStore.getState().viewport?.fitTo(box);
  },
  colourBy: showView,
  focus: (componentId) => {
    if (viewsStore.getState().focus?.component === componentId) endFocus();
    else focusOn(componentId);
  },
  endFocus,
  find: () => {
    const { search } = viewsStore.getState();
    if (search === null) viewsStore.setState({ search: '' });
    else document.querySelector<HTMLInputElement>('.canvas-find input')?.select();
  },
  present: () => viewsStore.setState({ slide: 0 }),
  addBend: (connectionId) => {
    const connection = documentStore.getState().design.connections?.find(({ id }) => id === connectionId);
    const route = canvasStore.getState().viewport?.routeOf(connectionId);
    if (!connection || !route) return;
    const index = addBend(connection, route);
    // Once it is drawn, the arrow keys are to move it.
    requestAnimationFrame(() => document.querySelectorAll<HTMLElement>('.canvas-grip-bend')[index]?.focus());
  },
  changeEnds: (connection) => openDialog({ kind: 'ends', connection }),
};
