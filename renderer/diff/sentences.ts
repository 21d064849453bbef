// A difference as a sentence, with the names that the inspector has for what it is about.
import type { Design } from '../../src/model/design.ts';
import { whereabouts } from '../panels/findings/where.ts';
import { t } from '../texts.ts';
import type { Difference } from './differences.ts';

const MOST = 60;

/** A value as it is written, cut where it is long. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text;
}

export function sentenceOf({ sort, change, list, id }: Difference, before: Design, after: Design): string {
  const { kind, path } = change;
  const entry = id === null ? path : `${list}.${id}`;
  if (sort === 'moved') return t('versions.sayMoved', { what: whereabouts(after, entry).label });
  const what = whereabouts(kind === 'removed' ? before : after, path).label;
  if (sort === 'added') return t('versions.sayAdded', { what });
  if (sort === 'removed') return t('versions.sayRemoved', { what });
  if (kind === 'added') return t('versions.saySet', { what, after: shown(change.after) });
  if (kind === 'removed') return t('versions.sayUnset', { what, before: shown(change.before) });
  if (id === null && Array.isArray(change.after)) return t('versions.sayOrder', { what });
  return t('versions.sayChanged', { what, before: shown(change.before), after: shown(change.after) });
}
