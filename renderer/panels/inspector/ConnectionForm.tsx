// The fields of one connection, or those that several selected ones have in common.
import { useMemo } from 'react';
import { ArrowLeftRight, Trash2 } from 'lucide-react';
import type { Connection, Design } from '../../../src/model/design.ts';
import { edit, useDocument } from '../../state/document.ts';
import { FindingsAt } from '../fields/FindingsAt.tsx';
import { componentName } from '../../../src/model/graph.ts';
import { TargetContext } from '../fields/target.ts';
import { t } from '../../texts.ts';
import { FormHead } from './FormHead.tsx';
import { FormSections } from './FormSections.tsx';
import { IdField } from './IdField.tsx';
import { removeEntries } from './removal.ts';
import { canMatterToCall, connectionSections } from './sections.ts';
import { useShownSections, withoutFields } from './use-sections.ts';

const OWN = new Set(['id', 'from', 'to']);

function chosen(design: Design, ids: readonly string[]): readonly Connection[] {
  return (design.connections ?? []).filter((connection) => ids.includes(connection.id));
}

function useTitle(ids: readonly string[]): string {
  return useDocument(({ design }) => {
    const [connection] = chosen(design, ids);
    if (ids.length > 1 || !connection) return t('inspector.connections', { count: ids.length });
    return t('inspector.fromTo', {
      from: componentName(design, connection.from),
      to: componentName(design, connection.to),
    });
  });
}

function reverse(id: string, title: string): void {
  edit(t('inspector.stepReverse', { what: title }), (draft) => {
    const connection = (draft.connections ?? []).find((candidate) => candidate.id === id);
    if (connection) [connection.from, connection.to] = [connection.to, connection.from];
  });
}

export function ConnectionForm({ ids }: { ids: readonly string[] }) {
  const title = useTitle(ids);
  const bases = useMemo(() => ids.map((id) => ['connections', id]), [ids]);
  const target = useMemo(() => ({ bases, noun: title }), [bases, title]);
  const [id = ''] = ids;
  const isOne = ids.length === 1;
  const sections = useShownSections(connectionSections, bases, (path, design) =>
    chosen(design, ids).some((connection) => canMatterToCall(path, connection)),
  );
  const shown = isOne ? sections : withoutFields(sections, OWN);
  return (
    <TargetContext value={target}>
      <form className="inspector" aria-label={title} onSubmit={(event) => event.preventDefault()}>
        <FormHead title={title} subtitle={isOne ? t('inspector.connection') : t('inspector.connections')}>
          {isOne && (
            <button
              type="button"
              className="field-button field-icon-button"
              aria-label={t('inspector.reverseConnection')}
              title={t('inspector.reverse')}
              onClick={() => reverse(id, title)}
            >
              <ArrowLeftRight size={14} aria-hidden="true" />
            </button>
          )}
          <button
            type="button"
            className="field-button field-icon-button"
            aria-label={isOne ? t('inspector.deleteConnection') : t('inspector.deleteConnections')}
            title={t('inspector.delete')}
            onClick={() => removeEntries({ connections: ids })}
          >
            <Trash2 size={14} aria-hidden="true" />
          </button>
        </FormHead>
        {isOne && <FindingsAt path={`connections.${id}`} />}
        <FormSections
          form="connection"
          sections={shown}
          special={({ field, keys }) =>
            isOne && keys[0] === 'id' ? <IdField list="connections" id={id} field={field} /> : undefined
          }
        />
      </form>
    </TargetContext>
  );
}
