// What a form edits: one entry of the design, or several of the same sort at once. Fields read and write through it, each
// as narrowly as its own value.
import { createContext, useContext } from 'react';
import type { Design } from '../../../src/model/design.ts';
import { documentStore, edit, endMerge, takeBack, useDocument } from '../../state/document.ts';
import { t } from '../../texts.ts';
import { inSentence } from './in-sentence.ts';
import { pathOf, setAt, valueAt, type Place } from './place.ts';
import { isSame } from './same.ts';

export interface Target {
  readonly bases: readonly Place[];
  /** What the entry is called in the history: "API Gateway". */
  readonly noun: string;
}

/** The value where several entries differ. */
export const MIXED = Symbol('mixed');

export const TargetContext = createContext<Target>({ bases: [[]], noun: '' });

export function useTarget(): Target {
  return useContext(TargetContext);
}

export function commonValue(design: Design, bases: readonly Place[], keys: Place): unknown {
  const [first, ...others] = bases.map((base) => valueAt(design, [...base, ...keys]));
  return others.every((value) => isSame(value, first)) ? first : MIXED;
}

/** The value at the keys; draws again only when it changes. */
export function useValue(keys: Place): unknown {
  const { bases } = useTarget();
  return useDocument((state) => commonValue(state.design, bases, keys));
}

/** In how many of the entries anything stands at the keys; for forms that need no more. */
export function usePresence(keys: Place): number {
  const { bases } = useTarget();
  return useDocument((state) => bases.filter((base) => valueAt(state.design, [...base, ...keys]) !== undefined).length);
}

/** The findings' path of the keys in the first entry. */
export function usePath(keys: Place): string {
  const [base = []] = useTarget().bases;
  return useDocument((state) => pathOf(state.design, [...base, ...keys]));
}

export interface Writer {
  /** One step of the history; steps in a row on one field are merged until it is left. */
  readonly write: (keys: Place, value: unknown, mergeKey?: string) => void;
  /** As one step too, but a value of its own for each entry, in their order. */
  readonly writeEach: (keys: Place, values: readonly unknown[], mergeKey?: string) => void;
  readonly remove: (keys: Place) => void;
  /** What stands at the keys of each entry now. */
  readonly valuesAt: (keys: Place) => readonly unknown[];
  /** The steps under this merge key have never been. */
  readonly takeBack: (mergeKey: string) => void;
  readonly leave: () => void;
}

/** Writes at the keys of every entry; `title` says in the history what was changed. */
export function useWriter(title: string): Writer {
  const { bases, noun } = useTarget();
  const writeEach = (keys: Place, values: readonly unknown[], mergeKey?: string): void => {
    const places = bases.map((base) => [...base, ...keys]);
    edit(
      t('fields.changeOf', { what: inSentence(title), of: noun }),
      (draft) => places.forEach((place, at) => setAt(draft, place, values[at])),
      mergeKey ?? places.map((place) => place.join('.')).join(' '),
    );
  };
  const write = (keys: Place, value: unknown, mergeKey?: string): void =>
    writeEach(
      keys,
      bases.map(() => value),
      mergeKey,
    );
  return {
    write,
    writeEach,
    remove: (keys) => write(keys, undefined),
    valuesAt: (keys) => bases.map((base) => valueAt(documentStore.getState().design, [...base, ...keys])),
    takeBack,
    leave: endMerge,
  };
}
