// The objectives of the design, and one more of the usual ones: what a plan has to meet.
import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { objectiveText } from '../../../src/report/objectives.ts';
import { uniqueId } from '../../../src/model/edit.ts';
import type { Objective } from '../../../src/model/design.ts';
import { edit, useDocument } from '../../state/document.ts';
import { t } from '../../texts.ts';
import { Button, IconButton } from '../../theme/Button.tsx';
import { Select } from '../../theme/Select.tsx';
import { reportWords } from '../results/words.ts';

interface Usual {
  readonly metric: string;
  readonly side: 'below' | 'above';
  /** What is typed, as a value of the metric. */
  readonly factor: number;
  readonly start: string;
}

const USUAL = {
  p95: { metric: 'responseMs.p95', side: 'below', factor: 1, start: '200' },
  p99: { metric: 'responseMs.p99', side: 'below', factor: 1, start: '500' },
  mean: { metric: 'responseMs.mean', side: 'below', factor: 1, start: '100' },
  errors: { metric: 'errorRate', side: 'below', factor: 0.01, start: '1' },
  throughput: { metric: 'throughputPerSecond', side: 'above', factor: 1, start: '50' },
} as const satisfies Record<string, Usual>;

type UsualId = keyof typeof USUAL;
const IDS = Object.keys(USUAL) as readonly UsualId[];
const NONE: readonly Objective[] = [];

export function ObjectiveForm() {
  const design = useDocument((state) => state.design);
  const objectives = design.objectives ?? NONE;
  const words = reportWords();
  return (
    <>
      <h4 className="analysis-heading">{t('analysis.objectives')}</h4>
      {objectives.length === 0 ? (
        <p className="analysis-hint">{t('analysis.noObjectives')}</p>
      ) : (
        <ul className="analysis-objectives">
          {objectives.map((objective) => {
            const asked = objectiveText(objective, design, words);
            return (
              <li key={objective.id}>
                <span>{asked}</span>
                <IconButton
                  icon={X}
                  label={t('analysis.removeObjective', { asked })}
                  onClick={() => drop(objective.id)}
                />
              </li>
            );
          })}
        </ul>
      )}
      <NewObjective />
    </>
  );
}

function NewObjective() {
  const [id, setId] = useState<UsualId>('p95');
  const [text, setText] = useState<string>(USUAL.p95.start);
  const limitId = useId();
  const value = Number(text.trim().replace(',', '.'));
  const isGood = text.trim() !== '' && Number.isFinite(value) && value >= 0;
  return (
    <form
      className="analysis-new-objective"
      aria-label={t('analysis.newObjective')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood) add(USUAL[id], id, value);
      }}
    >
      <Select
        label={t('analysis.newObjectiveMetric')}
        value={id}
        choices={IDS.map((one) => ({ value: one, label: t(`analysis.usualObjectives.${one}`) }))}
        onChoose={(chosen) => {
          setId(chosen as UsualId);
          setText(USUAL[chosen as UsualId].start);
        }}
      />
      <label className="visually-hidden" htmlFor={limitId}>
        {t('analysis.newObjectiveLimit')}
      </label>
      <input
        id={limitId}
        className="field-input"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={!isGood || undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" icon={Plus} disabled={!isGood}>
        {t('analysis.addObjective')}
      </Button>
    </form>
  );
}

function add({ metric, side, factor }: Usual, wish: string, value: number): void {
  edit(t('analysis.stepAddObjective'), (draft) => {
    const objectives = draft.objectives ?? [];
    const limit = Number((factor * value).toPrecision(12));
    draft.objectives = [...objectives, { id: uniqueId(objectives, wish), metric, [side]: limit }];
  });
}

function drop(id: string): void {
  edit(t('analysis.stepRemoveObjective'), (draft) => {
    draft.objectives = (draft.objectives ?? []).filter((objective) => objective.id !== id);
    if (draft.objectives.length === 0) delete draft.objectives;
  });
}
