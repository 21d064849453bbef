// Other ends for a connection, by keyboard: who calls and who is called; everything else that is said of it stays.
import { useId, useState } from 'react';
import { nameOf } from '../../../src/model/graph.ts';
import { whyNotLead } from '../../canvas/connecting.ts';
import { lead } from '../../canvas/leading.ts';
import { documentStore } from '../../state/document.ts';
import { closeDialog } from '../../state/panels.ts';
import { t } from '../../texts.ts';
import { Button } from '../../theme/Button.tsx';
import { Dialog } from '../../theme/Dialog.tsx';
import { Select } from '../../theme/Select.tsx';

export function EndsDialog({ connectionId }: { readonly connectionId: string }) {
  const form = useId();
  const { design } = documentStore.getState();
  const connection = design.connections?.find(({ id }) => id === connectionId);
  const [from, setFrom] = useState(connection?.from ?? '');
  const [to, setTo] = useState(connection?.to ?? '');
  if (!connection) return null;
  const choices = design.components.map((component) => ({ value: component.id, label: nameOf(component) }));
  const why = whyNotLead(design, connection, from, to);
  return (
    <Dialog
      title={t('connections.changeEnds')}
      onClose={closeDialog}
      foot={
        <>
          <Button onClick={closeDialog}>{t('connections.cancel')}</Button>
          <Button type="submit" form={form} look="filled" disabled={why !== null}>
            {t('connections.change')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="ends"
        onSubmit={(event) => {
          event.preventDefault();
          closeDialog();
          lead(connection, from, to);
        }}
      >
        <span>{t('connections.caller')}</span>
        <Select label={t('connections.caller')} value={from} choices={choices} onChoose={setFrom} />
        <span>{t('connections.callee')}</span>
        <Select label={t('connections.callee')} value={to} choices={choices} onChoose={setTo} />
      </form>
      <p className="ends-why" role="status">
        {why}
      </p>
    </Dialog>
  );
}
