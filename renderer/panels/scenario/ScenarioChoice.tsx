// Which scenario is at hand, and what can be done with the list.
import { Copy, EllipsisVertical, Plus, Trash2 } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { nameOf } from '../../../src/model/graph.ts';
import { useDocument } from '../../state/document.ts';
import { openDialog, panelsStore } from '../../state/panels.ts';
import { t } from '../../texts.ts';
import { addScenario, copyScenario, removeScenario, renameScenario, reorderScenario } from './scenario-actions.ts';

interface ActionProps {
  readonly label: string;
  readonly icon: typeof Plus;
  readonly onClick: () => void;
}

function Action({ label, icon: Icon, onClick }: ActionProps) {
  return (
    <button type="button" className="field-button field-icon-button" aria-label={label} title={label} onClick={onClick}>
      <Icon size={14} aria-hidden="true" />
    </button>
  );
}

function More({ id, place, count }: { id: string; place: number; count: number }) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>
        <button
          type="button"
          className="field-button field-icon-button"
          aria-label={t('scenario.more')}
          title={t('scenario.more')}
        >
          <EllipsisVertical size={14} aria-hidden="true" />
        </button>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="menu" align="end" sideOffset={4} onCloseAutoFocus={(event) => event.preventDefault()}>
          <Radix.Item className="menu-item" onSelect={() => renameScenario(id)}>
            {t('scenario.rename')}
          </Radix.Item>
          <Radix.Item className="menu-item" disabled={place === 0} onSelect={() => reorderScenario(id, -1)}>
            {t('scenario.moveUp')}
          </Radix.Item>
          <Radix.Item className="menu-item" disabled={place === count - 1} onSelect={() => reorderScenario(id, 1)}>
            {t('scenario.moveDown')}
          </Radix.Item>
          <Radix.Separator className="menu-separator" />
          <Radix.Item className="menu-item" onSelect={() => openDialog({ kind: 'compare-scenarios' })}>
            {t('scenario.compare')}
          </Radix.Item>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function ScenarioChoice({ id }: { id: string | null }) {
  const names = useDocument(({ design }) =>
    (design.scenarios ?? []).map((scenario) => `${scenario.id}\n${nameOf(scenario)}`).join('\n\n'),
  );
  const choices = names === '' ? [] : names.split('\n\n').map((pair) => pair.split('\n'));
  return (
    <div className="scenario-choice">
      <select
        className="field-input field-select"
        aria-label={t('scenario.toEdit')}
        value={id ?? ''}
        disabled={id === null}
        onChange={(event) => panelsStore.setState({ scenarioId: event.target.value })}
      >
        {id === null && <option value="">{t('scenario.none')}</option>}
        {choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Action label={t('scenario.add')} icon={Plus} onClick={addScenario} />
      {id !== null && (
        <>
          <Action label={t('scenario.duplicate')} icon={Copy} onClick={() => copyScenario(id)} />
          <Action label={t('scenario.delete')} icon={Trash2} onClick={() => removeScenario(id)} />
          <More id={id} place={choices.findIndex(([value]) => value === id)} count={choices.length} />
        </>
      )}
    </div>
  );
}
