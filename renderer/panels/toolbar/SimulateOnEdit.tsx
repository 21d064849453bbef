// The switch beside "Simulate" that runs anew after each edit, with a quiet note while errors keep it waiting.
import { Repeat, TriangleAlert } from 'lucide-react';
import { runCommandById } from '../../commands/run-command.ts';
import { usePanels } from '../../state/panels.ts';
import { useErrorCount } from '../../state/selectors.ts';
import { t } from '../../texts.ts';
import { Tooltip } from '../../theme/Tooltip.tsx';
import './simulate-on-edit.css';

function Waits() {
  const errors = useErrorCount();
  if (errors === 0) return null;
  const text = t('scenario.waitsForErrors', { count: errors });
  return (
    <Tooltip text={text}>
      <span className="simulate-waits" role="status" tabIndex={0} aria-label={text}>
        <TriangleAlert size={14} aria-hidden="true" />
      </span>
    </Tooltip>
  );
}

export function SimulateOnEdit() {
  const isOn = usePanels((state) => state.simulateOnEdit);
  return (
    <>
      {isOn && <Waits />}
      <Tooltip text={t('scenario.onEveryEditTip')}>
        <button
          type="button"
          className="button button-icon button-quiet simulate-on-edit"
          role="switch"
          aria-checked={isOn}
          aria-label={t('scenario.onEveryEdit')}
          onClick={() => runCommandById('simulate.onEveryEdit')}
        >
          <Repeat size={16} aria-hidden="true" />
        </button>
      </Tooltip>
    </>
  );
}
