// The points of a sweep as figures, each to be taken over into the design.
import { Check } from 'lucide-react';
import { useState } from 'react';
import type { RunFigures } from '../../../src/analysis/studies/study.ts';
import type { Vary } from '../../../src/analysis/sweep/grid.ts';
import type { Design } from '../../../src/model/design.ts';
import { applySetting } from '../../commands/study-actions.ts';
import { t } from '../../texts.ts';
import { Button, IconButton } from '../../theme/Button.tsx';
import { sentence } from '../findings/sentence.ts';
import { Figure, StatisticFigure } from '../../theme/Figure.tsx';
import { Verdict } from '../../theme/Verdict.tsx';
import { measures, measureTitle, type MeasureId } from './measures.ts';
import { pointText, valueText, type PlacedPoint } from './sweep-points.ts';
import { variableName } from './variables.ts';

/** More rows at once are read by nobody. */
const FEW = 50;

interface SweepTableProps {
  readonly design: Design;
  readonly varies: readonly Vary[];
  readonly points: readonly PlacedPoint[];
  readonly measure: MeasureId;
  readonly isLarge: boolean;
}

export function SweepTable({ design, varies, points, measure, isLarge }: SweepTableProps) {
  const [isAll, setAll] = useState(false);
  const shown: readonly MeasureId[] = isLarge
    ? ['mean', 'p95', 'p99', 'throughput', 'errorRate', 'busiest']
    : [measure];
  const columns = shown.filter((id) => id !== 'cost');
  const hasObjectives = (design.objectives ?? []).length > 0;
  const currency = design.currency ?? 'USD';
  return (
    <>
      <table className="analysis-table analysis-sweep-table" aria-label={t('analysis.sweptPoints')}>
        <thead>
          <tr>
            {varies.map(({ path }) => (
              <th key={path} scope="col" title={variableName(design, path)}>
                {isLarge ? variableName(design, path) : shortName(variableName(design, path))}
              </th>
            ))}
            {columns.map((id) => (
              <th key={id} scope="col">
                {measureTitle(id)}
              </th>
            ))}
            <th scope="col">{t('analysis.measures.cost')}</th>
            {hasObjectives && <th scope="col">{t('analysis.objectives')}</th>}
            <th scope="col">
              <span className="visually-hidden">{t('analysis.apply')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {points.slice(0, isAll ? points.length : FEW).map(({ number, point: { set, figures, findings } }) => (
            <tr key={number}>
              {varies.map(({ path }, at) => (
                <Cell key={path} isFirst={at === 0}>
                  {valueText(set[path])}
                </Cell>
              ))}
              {figures === null ? (
                <td className="analysis-failed" colSpan={columns.length + (hasObjectives ? 2 : 1)}>
                  {sentence(findings?.[0]?.message ?? '')}
                </td>
              ) : (
                <>
                  {columns.map((id) => (
                    <td key={id}>
                      <StatisticFigure kind={measures[id].kind} statistic={measures[id].of(figures)} />
                    </td>
                  ))}
                  <td>
                    <Figure kind="money" value={figures.cost.perHour} currency={currency} />
                  </td>
                  {hasObjectives && (
                    <td>
                      <Met figures={figures} />
                    </td>
                  )}
                </>
              )}
              <td className="analysis-apply">
                {figures !== null && (
                  <IconButton
                    icon={Check}
                    label={t('analysis.applyPoint', { point: pointText(varies, number) })}
                    tooltip={t('analysis.applyToDesign')}
                    onClick={() => applySetting(set)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {points.length > FEW && (
        <Button look="quiet" onClick={() => setAll(!isAll)}>
          {isAll ? t('analysis.showFewer') : t('analysis.showAll', { count: points.length })}
        </Button>
      )}
    </>
  );
}

function Cell({ isFirst, children }: { readonly isFirst: boolean; readonly children: string }) {
  return isFirst ? <th scope="row">{children}</th> : <td>{children}</td>;
}

/** The end of "API Gateway · Replicas" says enough where there is no room. */
function shortName(name: string): string {
  return name.split(' · ').at(-1) ?? name;
}

/** Whether all objectives are met there, told by icon and word. */
function Met({ figures: { objectives } }: { readonly figures: RunFigures }) {
  const missed = objectives.filter(({ met }) => !met).length;
  const text = missed === 0 ? t('analysis.allMet') : t('analysis.someMissed', { count: missed });
  return (
    <Verdict isGood={missed === 0} title={text}>
      {missed === 0 ? '' : missed}
      <span className="visually-hidden">{text}</span>
    </Verdict>
  );
}
