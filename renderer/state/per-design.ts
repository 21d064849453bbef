// What belongs to one design of the window and is parked while the tab of another is shown: each store says once what of
// it that is. All other code reads and writes the stores as if there were one design only.
import { createStore, type StoreApi } from 'zustand/vanilla';

type State = object;
type Store = StoreApi<never>;

interface Part {
  readonly store: Store;
  readonly fresh: State;
  readonly pick: (state: never) => State;
}

/** What the stores held for a design, to be put back when its tab is shown again. */
export type Snapshot = ReadonlyMap<Store, State>;

const parts: Part[] = [];

/** The snapshots of the designs whose tabs are not shown, by the id of the document. */
export const parkedStore = createStore<Readonly<Record<string, Snapshot>>>(() => ({}));

/** From now on `pick` of the store is parked with its design; a design that was just opened starts with `fresh`. */
export function perDesign<S extends State>(
  store: StoreApi<S>,
  fresh: Partial<S>,
  pick: (state: S) => Partial<S> = (state) => state,
): void {
  parts.push({ store: store as unknown as Store, fresh, pick: pick as (state: never) => State });
}

function put(store: Store, state: State): void {
  store.setState(state as never);
}

export function takeSnapshot(): Snapshot {
  return new Map(parts.map(({ store, pick }) => [store, pick(store.getState())]));
}

export function putBack(snapshot: Snapshot): void {
  for (const { store, fresh } of parts) put(store, snapshot.get(store) ?? fresh);
}

export function startFresh(): void {
  for (const { store, fresh } of parts) put(store, fresh);
}

export function park(documentId: string, snapshot: Snapshot): void {
  parkedStore.setState({ [documentId]: snapshot });
}

/** The snapshot, which is no longer parked from now on. */
export function unpark(documentId: string): Snapshot | null {
  const { [documentId]: snapshot, ...others } = parkedStore.getState();
  parkedStore.setState(others, true);
  return snapshot ?? null;
}

/** Changes the state that it is true of, shown or parked: what was begun for a design ends there, wherever it is. */
export function changeWhere<S extends State>(
  store: StoreApi<S>,
  isIt: (state: S) => boolean,
  next: (state: S) => Partial<S>,
): void {
  if (isIt(store.getState())) {
    store.setState(next(store.getState()));
    return;
  }
  for (const [documentId, snapshot] of Object.entries(parkedStore.getState())) {
    const state = snapshot.get(store as unknown as Store) as S | undefined;
    if (!state || !isIt(state)) continue;
    park(documentId, new Map(snapshot).set(store as unknown as Store, { ...state, ...next(state) }));
    return;
  }
}

/** What a store holds for a design that is parked; null where it is not. */
export function parkedState<S extends State>(store: StoreApi<S>, snapshot: Snapshot | undefined): Partial<S> | null {
  return (snapshot?.get(store as unknown as Store) as Partial<S> | undefined) ?? null;
}
