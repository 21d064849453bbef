// Places for components that have none: on opening for the view alone, on "Arrange" as one undoable step.
import type { Design } from '../../src/model/design.ts';
import { canvasStore, type Places } from '../state/canvas.ts';
import { documentStore } from '../state/document.ts';
import { CARD } from './geometry.ts';
import { commitPlaces } from './gestures.ts';

const COLUMNS = 4;

function inRows(design: Design): Places {
  return Object.fromEntries(
    design.components.map(({ id }, index) => [
      id,
      { x: (index % COLUMNS) * (CARD.width + 80), y: Math.floor(index / COLUMNS) * (CARD.height + 80) },
    ]),
  );
}

export function arrange(): Promise<void> {
  commitPlaces('arrange', inRows(documentStore.getState().design));
  canvasStore.getState().viewport?.fit();
  return Promise.resolve();
}

/** Follows the document: each design that is opened gets places for what has none. */
export function placeNewcomers(): () => void {
  const place = (): void => {
    if (canvasStore.getState().fallback === null)
      canvasStore.setState({ fallback: inRows(documentStore.getState().design) });
  };
  return documentStore.subscribe(place);
}
