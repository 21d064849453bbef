// What a plan found: the point with its settings, its cost and what it has to spare, the runner-up, or why there is none.
import { Check } from 'lucide-react';
import type { Plan, PlannedPoint } from '../../../src/analysis/plan.ts';
import type { Binding } from '../../../src/analysis/plan/binding.ts';
import type { PointSet } from '../../../src/analysis/sweep/grid.ts';
import { componentName } from '../../../src/model/graph.ts';
import { getAt } from '../../../src/model/path.ts';
import type { Design } from '../../../src/model/design.ts';
import { formatMetric, objectiveText } from '../../../src/report/objectives.ts';
import { reasonPhrase } from '../../../src/report/plan-reason.ts';
import { applySetting } from '../../commands/study-actions.ts';
import { t } from '../../texts.ts';
import { Button } from '../../theme/Button.tsx';
import { formatFigure, formatNumber, formatShare } from '../../theme/format.ts';
import { Verdict } from '../../theme/Verdict.tsx';
import { sentence } from '../findings/sentence.ts';
import { reportWords } from '../results/words.ts';
import { valueText } from './sweep-points.ts';
import { variableName } from './variables.ts';

interface PlanAnswerProps {
  readonly plan: Plan;
  readonly design: Design;
}

export function PlanAnswer({ plan, design }: PlanAnswerProps) {
  const { met, point, runnerUp, tried, leftOut, size, complete, binding } = plan;
  const found = complete ? 'best' : 'found';
  return (
    <div className="analysis-plan">
      <p className="analysis-headline" role="status">
        {t(met ? `analysis.planMet.${found}` : `analysis.planMissed.${found}`)}{' '}
        {binding !== null && whyText(binding, design)}
      </p>
      <PlanPoint title={t(met ? 'analysis.cheapest' : 'analysis.nearest')} point={point} design={design} />
      {runnerUp && <PlanPoint title={t('analysis.runnerUp')} point={runnerUp} design={design} />}
      <p className="analysis-note">
        {t('analysis.planLooked', { tried, leftOut, size: formatNumber(size) })}
        {!complete && ` ${t('analysis.planNarrower')}`}
      </p>
    </div>
  );
}

interface PlanPointProps {
  readonly title: string;
  readonly point: PlannedPoint;
  readonly design: Design;
}

export function PlanPoint({ title, point, design }: PlanPointProps) {
  const { set, result, margins } = point;
  const words = reportWords();
  const { perHour, currency } = result.cost;
  return (
    <section className="analysis-point" aria-label={title}>
      <div className="analysis-point-head">
        <h4 className="analysis-heading">{title}</h4>
        <span>{t('analysis.costsHourly', { cost: formatFigure('money', perHour, currency) })}</span>
        <Button icon={Check} onClick={() => applySetting(set)}>
          {t('analysis.apply')}
        </Button>
      </div>
      <table className="analysis-table" aria-label={t('analysis.settingsOf', { title })}>
        <tbody>
          {Object.entries(set).map(([path, value]) => (
            <tr key={path}>
              <th scope="row">{variableName(design, path)}</th>
              <td>{changeText(design, path, value)}</td>
            </tr>
          ))}
          {margins.map(({ objective, value, margin, met }) => (
            <tr key={`objective ${objective.id}`}>
              <th scope="row">
                <Verdict isGood={met}>
                  {objectiveText(objective, design, words)}
                  <span className="visually-hidden">{met ? words.met : words.missed}</span>
                </Verdict>
              </th>
              <td>
                {formatMetric(objective.metric, value)}
                <br />
                <span className="figure-interval">{marginText(margin, met)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** "1 → 2", or just what stays. */
function changeText(design: Design, path: string, value: unknown): string {
  const before = getAt(design, path) ?? (/\.capacity\.\w+$/.test(path) ? 1 : undefined);
  return before === undefined || before === value
    ? valueText(value)
    : t('analysis.fromTo', { from: valueText(before), to: valueText(value) });
}

function marginText(margin: number | null, met: boolean): string {
  if (margin === null) return t('analysis.notMeasured');
  return t(met ? 'analysis.toSpare' : 'analysis.missedBy', { share: formatShare(Math.abs(margin)) });
}

/** Which objective binds, and what keeps it from being met. */
function whyText(binding: Binding, design: Design): string {
  const words = reportWords();
  const { objective, value } = binding;
  const asked = objectiveText(objective, design, words);
  const nearest = formatMetric(objective.metric, value);
  const reason = reasonPhrase(binding, {
    component: (id) => componentName(design, id),
    objective: (other) => objectiveText(other, design, words),
    setting: (set) => setText(design, set),
    number: formatNumber,
  });
  const binds =
    value === null ? t('analysis.bindsUnmeasured', { asked }) : t('analysis.binds', { asked, value: nearest });
  return reason === null ? binds : `${binds} ${sentence(reason)}`;
}

function setText(design: Design, set: PointSet): string {
  return Object.entries(set)
    .map(([path, value]) => `${variableName(design, path)} ${valueText(value)}`)
    .join(', ');
}
