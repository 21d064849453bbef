// The button that starts a study; while it is under way, how far it is, the time left, and the way to stop it.
import { Play, Square } from 'lucide-react';
import type { StudyKind } from '../../../src/analysis/studies/study.ts';
import { stopStudy } from '../../commands/study-actions.ts';
import { useStudies } from '../../state/studies.ts';
import { t } from '../../texts.ts';
import { Button } from '../../theme/Button.tsx';
import { formatTimeLeft } from '../../theme/format.ts';

interface StudyProgressProps {
  readonly kind: StudyKind;
  readonly start: string;
  /** Accessible name of the progress bar: "Sweep". */
  readonly name: string;
  /** What is done, as of "12 of 64 points". */
  readonly told: (done: number, total: number | null) => string;
  readonly isDisabled?: boolean;
  readonly onStart: () => void;
}

export function StudyProgress({ kind, start, name, told, isDisabled = false, onStart }: StudyProgressProps) {
  const study = useStudies((state) => state.underWay[kind]);
  if (study === undefined)
    return (
      <Button icon={Play} disabled={isDisabled} onClick={onStart}>
        {start}
      </Button>
    );
  const { fraction, done, total, leftMs } = study;
  const percent = Math.round(fraction * 100);
  const left = formatTimeLeft(leftMs);
  const text = [told(done, total), left].filter((part) => part !== '').join(', ');
  const known = total === null ? {} : { 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': percent };
  return (
    <div className="analysis-progress">
      <div
        className={total === null ? 'analysis-bar analysis-bar-endless' : 'analysis-bar'}
        role="progressbar"
        aria-label={name}
        aria-valuetext={text}
        {...known}
      >
        <span style={{ width: total === null ? '30%' : `${String(percent)}%` }} />
      </div>
      <span className="analysis-progress-text">{text}</span>
      <Button icon={Square} onClick={() => stopStudy(kind)}>
        {t('analysis.stop', { what: name })}
      </Button>
    </div>
  );
}
