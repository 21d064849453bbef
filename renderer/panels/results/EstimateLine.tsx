// What a run would say, roughly and at once: under the figures of a run that the design has left behind, and before any.
import { Calculator } from 'lucide-react';
import { componentName } from '../../../src/model/graph.ts';
import { useDocument } from '../../state/document.ts';
import { useEstimate } from '../../state/estimate.ts';
import { t } from '../../texts.ts';
import { formatMs, formatRate, formatShare } from '../../theme/format.ts';
import { TermHelp } from '../../theme/TermHelp.tsx';

export function EstimateLine() {
  const estimate = useEstimate();
  const components = useDocument((state) => state.design.components);
  if (estimate === null) return null;
  const name = (id: string): string => componentName({ components }, id);
  const { requests, busiest, bottlenecks, stable } = estimate;
  const parts = stable
    ? [
        formatRate(requests.throughputPerSecond),
        t('estimate.errors', { share: formatShare(requests.errorRate) }),
        t('estimate.mean', { time: formatMs(requests.responseMs.mean) }),
        `p95 ${formatMs(requests.responseMs.p95)}`,
        ...(busiest
          ? [t('estimate.busiest', { name: name(busiest.id), share: formatShare(busiest.utilisation) })]
          : []),
      ]
    : [t('estimate.saturated', { names: bottlenecks.slice(0, 3).map(name).join(', ') })];
  return (
    <p className="results-estimate" aria-label={t('estimate.title')}>
      <Calculator size={13} aria-hidden="true" />
      <strong>{t('estimate.title')}</strong>
      <span>{parts.join(' · ')}</span>
      <TermHelp term="estimate" />
    </p>
  );
}
