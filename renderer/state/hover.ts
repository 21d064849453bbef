// What the pointer or the focus is on, in a table, a chart or on the canvas: the others highlight the same. Gone as soon
// as it leaves; never part of the design.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export type HoverKind = 'component' | 'connection' | 'requests';

interface Hover {
  readonly kind: HoverKind | null;
  readonly id: string;
}

const NOTHING: Hover = { kind: null, id: '' };

export const hoverStore = createStore<Hover>(() => NOTHING);

export function hover(kind: HoverKind, id: string): void {
  const now = hoverStore.getState();
  if (now.kind !== kind || now.id !== id) hoverStore.setState({ kind, id });
}

export function endHover(): void {
  if (hoverStore.getState().kind !== null) hoverStore.setState(NOTHING);
}

/** Draws again only where it begins or ends to be this one. */
export function useIsHovered(kind: HoverKind | null, id: string): boolean {
  return useStore(hoverStore, (now) => kind !== null && now.kind === kind && now.id === id);
}

/** The id of what is hovered, of one kind; null while it is none of them. */
export function useHovered(kind: HoverKind): string | null {
  return useStore(hoverStore, (now) => (now.kind === kind ? now.id : null));
}

/** What an element does that stands for something: the same for pointer and keyboard. */
export function hoverProps(kind: HoverKind, id: string) {
  const begin = (): void => hover(kind, id);
  return { onPointerEnter: begin, onPointerLeave: endHover, onFocus: begin, onBlur: endHover };
}
