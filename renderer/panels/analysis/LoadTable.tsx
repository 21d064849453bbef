// The simulated points of a saturation curve as figures, also those beyond the picture.
import type { LoadRun } from '../../../src/analysis/studies/study.ts';
import { said, t } from '../../texts.ts';
import { formatMs, formatRate, formatShare } from '../../theme/format.ts';
import type { LoadUnit } from './load-chart.ts';

export function LoadTable({ runs, unit }: { readonly runs: readonly LoadRun[]; readonly unit: LoadUnit }) {
  return (
    <table className="analysis-table" aria-label={t('analysis.simulatedLoads')}>
      <thead>
        <tr>
          <th scope="col">{t('analysis.load')}</th>
          <th scope="col">{t('analysis.throughput')}</th>
          <th scope="col">{t('analysis.errorRate')}</th>
          <th scope="col">{t('analysis.mean')}</th>
          <th scope="col">p95</th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ factor, figures, findings }) => (
          <tr key={factor}>
            <th scope="row">{unit.format(unit.of(factor))}</th>
            {figures === null ? (
              <td colSpan={4} className="analysis-failed">
                {said(findings?.[0]?.message ?? '')}
              </td>
            ) : (
              <>
                <td>{formatRate(figures.requests.throughputPerSecond.mean)}</td>
                <td>{formatShare(figures.requests.errorRate.mean)}</td>
                <td>{formatMs(figures.requests.responseMs.mean.mean)}</td>
                <td>{formatMs(figures.requests.responseMs.p95.mean)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
