// How much of nodes and edges is drawn: all of it, from afar a name, from farther still a block and a thin line.
import type { ReactFlowState } from '@xyflow/react';
import { createContext, use } from 'react';

export type Detail = 'card' | 'name' | 'block';

export function detailAt(zoom: number): Detail {
  return zoom >= 0.5 ? 'card' : zoom >= 0.25 ? 'name' : 'block';
}

const FULLNESS: Readonly<Record<Detail, number>> = { block: 0, name: 1, card: 2 };

/** While the wheel turns, what is drawn only becomes simpler: more of it comes once the view rests. */
export function detailWhile(isZooming: boolean, before: Detail, at: Detail): Detail {
  return isZooming && FULLNESS[at] > FULLNESS[before] ? before : at;
}

export function detailNow(state: ReactFlowState): Detail {
  return detailAt(state.transform[2]);
}

/** Told from above, so that a thousand nodes need not each listen to the zoom. */
export const DetailContext = createContext<Detail>('card');

export function useDetail(): Detail {
  return use(DetailContext);
}
