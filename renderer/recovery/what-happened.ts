// What became of the file of a design, in one sentence.
import type { Conflict } from '../state/conflicts.ts';
import { t } from '../texts.ts';
import { baseName } from './names.ts';

export function whatHappened({ path, standing, theirs }: Conflict): string {
  const name = baseName(path);
  switch (standing) {
    case 'changed':
      return theirs?.design ? t('files.changed', { name }) : t('files.changedUnreadable', { name });
    case 'removed':
      return t('files.removed', { name });
    case 'folder':
      return t('files.folder', { name });
    case 'unreadable':
      return t('files.unreadable', { name });
  }
}
