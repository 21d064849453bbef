// What a form edits: one entry of the design, or several of the same sort at once. Fields read and write through it, each
// as narrowly as its own value.
import { createContext, useContext } from 'react';
import type { Design } from '../../../src/model/design.ts';
import { edit, endMerge, useDocument } from '../../state/document.ts';
import { pathOf, setAt, valueAt, type Place } from './place.ts';

export interface Target {
  readonly bases: readonly Place[];
  /** What the entry is called in the history: "API Gateway". */
  readonly noun: string;
}

/** The value where several entries differ. */
export const MIXED = Symbol('mixed');

export const TargetContext = createContext<Target>({ bases: [[]], noun: 'the design' });

export function useTarget(): Target {
  return useContext(TargetContext);
}

function commonValue(design: Design, target: Target, keys: Place): unknown {
  const [first, ...others] = target.bases.map((base) => valueAt(design, [...base, ...keys]));
  return others.every((value) => value === first) ? first : MIXED;
}

/** The value at the keys; draws again only when it changes. */
export function useValue(keys: Place): unknown {
  const target = useTarget();
  return useDocument((state) => commonValue(state.design, target, keys));
}

/** Whether anything stands at the keys in all entries; for forms that need no more. */
export function usePresence(keys: Place): boolean {
  const target = useTarget();
  return useDocument((state) => target.bases.every((base) => valueAt(state.design, [...base, ...keys]) !== undefined));
}

/** The findings' path of the keys in the first entry. */
export function usePath(keys: Place): string {
  const [base = []] = useTarget().bases;
  return useDocument((state) => pathOf(state.design, [...base, ...keys]));
}

export interface Writer {
  /** One step of the history; steps in a row on one field are merged until it is left. */
  readonly write: (keys: Place, value: unknown) => void;
  readonly remove: (keys: Place) => void;
  readonly leave: () => void;
}

/** Writes at the keys of every entry; `title` says in the history what was changed. */
export function useWriter(title: string): Writer {
  const target = useTarget();
  const write = (keys: Place, value: unknown): void => {
    const places = target.bases.map((base) => [...base, ...keys]);
    const label = `change ${title.toLowerCase()} of ${target.noun}`;
    edit(
      label,
      (draft) => places.forEach((place) => setAt(draft, place, value)),
      places.map((place) => place.join('.')).join(' '),
    );
  };
  return { write, remove: (keys) => write(keys, undefined), leave: endMerge };
}
