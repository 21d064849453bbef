// The bar on top: what is open, history, the way to every command, the scenario, and the one filled button.
import { Download, Redo2, Save, Search, Undo2 } from 'lucide-react';
import { redoLabel, undoLabel, isDirty, useDocument } from '../../state/document.ts';
import { panelsStore, showTab } from '../../state/panels.ts';
import { useScenarioId } from '../../state/selectors.ts';
import { useSession } from '../../state/session.ts';
import { runCommandById } from '../../commands/run-command.ts';
import { shownKeysOfId } from '../../commands/command-texts.ts';
import { useTabs } from '../../state/tabs.ts';
import { Button, IconButton } from '../../theme/Button.tsx';
import { Select } from '../../theme/Select.tsx';
import { t } from '../../texts.ts';
import { Tooltip } from '../../theme/Tooltip.tsx';
import { MainMenu } from './MainMenu.tsx';
import { SimulateButton } from './SimulateButton.tsx';
import { SimulateOnEdit } from './SimulateOnEdit.tsx';
import './toolbar.css';

function DesignName() {
  const name = useDocument((state) => state.design.name);
  const path = useDocument((state) => state.file.path);
  const dirty = useDocument(isDirty);
  const readOnly = useDocument((state) => state.file.readOnly);
  return (
    <Tooltip text={path ?? t('shell.notSavedYet')}>
      <h1 className="toolbar-name" tabIndex={-1}>
        <span className="toolbar-name-text">{name}</span>
        {dirty && (
          <span className="toolbar-unsaved">
            <span aria-hidden="true">●</span>
            <span className="visually-hidden">, {t('shell.unsavedChanges')}</span>
          </span>
        )}
        {readOnly && <span className="toolbar-note">{t('shell.readOnly')}</span>}
      </h1>
    </Tooltip>
  );
}

function History() {
  const undoes = useDocument(undoLabel);
  const redoes = useDocument(redoLabel);
  return (
    <span className="toolbar-part">
      <IconButton
        icon={Undo2}
        label={t('shell.undo')}
        tooltip={undoes === null ? t('shell.nothingToUndo') : t('shell.undoWhat', { what: undoes })}
        keys={shownKeysOfId('edit.undo')}
        disabled={undoes === null}
        onClick={() => runCommandById('edit.undo')}
      />
      <IconButton
        icon={Redo2}
        label={t('shell.redo')}
        tooltip={redoes === null ? t('shell.nothingToRedo') : t('shell.redoWhat', { what: redoes })}
        keys={shownKeysOfId('edit.redo')}
        disabled={redoes === null}
        onClick={() => runCommandById('edit.redo')}
      />
    </span>
  );
}

function ScenarioSelect() {
  const scenarios = useDocument((state) => state.design.scenarios);
  const scenarioId = useScenarioId();
  if (!scenarios || scenarios.length === 0 || scenarioId === null) {
    return (
      <Button look="quiet" onClick={() => showTab('scenario')}>
        {t('shell.noScenario')}
      </Button>
    );
  }
  return (
    <Select
      className="toolbar-scenario"
      label={t('shell.scenarioToSimulate')}
      value={scenarioId}
      choices={scenarios.map(({ id, name }) => ({ value: id, label: name ?? id }))}
      onChoose={(chosen) => panelsStore.setState({ scenarioId: chosen })}
    />
  );
}

function FindButton() {
  return (
    <button type="button" className="toolbar-find" onClick={() => runCommandById('view.commands')}>
      <Search size={14} aria-hidden="true" />
      <span className="toolbar-find-text">{t('shell.findOrDo')}</span>
      <kbd>{shownKeysOfId('view.commands')}</kbd>
    </button>
  );
}

/** Where no design is open there is none to simulate or save. */
function BareToolbar() {
  return (
    <header className="toolbar">
      <MainMenu />
      <FindButton />
    </header>
  );
}

export function Toolbar() {
  const readOnly = useSession((state) => state.readOnly);
  const count = useTabs((state) => state.tabs.length);
  if (count === 0) return <BareToolbar />;
  return (
    <header className="toolbar">
      <MainMenu />
      {count === 1 && <DesignName />}
      <History />
      <FindButton />
      <span className="toolbar-part toolbar-end">
        <ScenarioSelect />
        <SimulateOnEdit />
        <SimulateButton />
        <Tooltip text={readOnly ? t('shell.saveReadOnly') : t('shell.saveTip')} keys={shownKeysOfId('file.save')}>
          <Button icon={Save} disabled={readOnly} onClick={() => runCommandById('file.save')}>
            {t('shell.save')}
          </Button>
        </Tooltip>
        <Tooltip text={t('shell.exportTip')} keys={shownKeysOfId('export.open')}>
          <Button icon={Download} onClick={() => runCommandById('export.open')}>
            {t('shell.export')}
          </Button>
        </Tooltip>
      </span>
    </header>
  );
}
