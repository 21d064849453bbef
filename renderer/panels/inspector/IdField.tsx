// The id of an entry: changed together with everything that names it.
import { documentStore, edit } from '../../state/document.ts';
import { select } from '../../state/selection.ts';
import type { FieldDescription } from '../fields/describe.ts';
import { TextField } from '../fields/TextField.tsx';
import { t } from '../../texts.ts';
import { idProblem, renameId, type ListName } from './rename-id.ts';

interface IdFieldProps {
  readonly list: ListName;
  readonly id: string;
  readonly field: FieldDescription;
}

export function IdField({ list, id, field }: IdFieldProps) {
  const write = (next: string): void => {
    edit(t('inspector.stepId', { what: id }), (draft) => renameId(draft, list, id, next));
    select({ [list]: [next] });
  };
  return (
    <TextField
      field={field}
      keys={['id']}
      check={(text) => idProblem(documentStore.getState().design, list, id, text)}
      onWrite={write}
    />
  );
}
