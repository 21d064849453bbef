// The one filled button; while a run is under way, its progress with the time left, and the way to stop it.
import { Play, Square } from 'lucide-react';
import { runCommandById } from '../../commands/run-command.ts';
import { shownKeysOfId } from '../../commands/command-texts.ts';
import { useDocument } from '../../state/document.ts';
import { useResults } from '../../state/results.ts';
import { Button } from '../../theme/Button.tsx';
import { formatTimeLeft } from '../../theme/format.ts';
import { t } from '../../texts.ts';
import { Tooltip } from '../../theme/Tooltip.tsx';

function Progress() {
  const underWay = useResults((state) => state.underWay);
  const percent = Math.round((underWay?.fraction ?? 0) * 100);
  const left = formatTimeLeft(underWay?.leftMs ?? null);
  return (
    <span className="toolbar-progress">
      <span
        className="toolbar-progress-bar"
        role="progressbar"
        aria-label={t('shell.simulation')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={left === '' ? `${percent} %` : `${percent} %, ${left}`}
      >
        <span className="toolbar-progress-fill" style={{ width: `${percent}%` }} />
      </span>
      <span className="toolbar-progress-text">{left === '' ? `${percent} %` : left}</span>
    </span>
  );
}

export function SimulateButton() {
  const running = useResults((state) => state.underWay !== null);
  const isEmpty = useDocument((state) => state.design.components.length === 0);
  if (running) {
    return (
      <>
        <Progress />
        <Tooltip text={t('shell.stopTip')} keys={shownKeysOfId('simulate.stop')}>
          <Button icon={Square} onClick={() => runCommandById('simulate.stop')}>
            {t('shell.stop')}
          </Button>
        </Tooltip>
      </>
    );
  }
  return (
    <Tooltip text={t('shell.simulateTip')} keys={shownKeysOfId('simulate.run')}>
      <Button look="filled" icon={Play} disabled={isEmpty} onClick={() => runCommandById('simulate.run')}>
        {t('shell.simulate')}
      </Button>
    </Tooltip>
  );
}
