// A number with its unit and interval, the latter two in a softer tone, digits under digits.
import type { Statistic } from '../../src/simulation/result.ts';
import { figureParts, statisticParts, type FigureKind, type FigureParts } from './format.ts';

function Parts({ parts }: { readonly parts: FigureParts }) {
  const { value, unit, interval } = parts;
  return (
    <span className="figure">
      {value}
      {unit !== '' && <span className="figure-unit">{unit.startsWith('/') ? unit : ` ${unit}`}</span>}
      {interval !== null && <span className="figure-interval"> ±{interval}</span>}
    </span>
  );
}

interface FigureProps {
  readonly kind: FigureKind;
  readonly currency?: string;
}

export function Figure({ kind, value, currency }: FigureProps & { readonly value: number | null | undefined }) {
  return <Parts parts={figureParts(kind, value, null, currency)} />;
}

export function StatisticFigure({
  kind,
  statistic,
  currency,
}: FigureProps & { readonly statistic: Statistic | undefined }) {
  return <Parts parts={statisticParts(kind, statistic, currency)} />;
}
