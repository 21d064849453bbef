// What became of each rollout of the scenario: which version served, what was lost, and whether it came to its end.
import { nameOf } from '../../../src/model/graph.ts';
import type { RolloutFigures } from '../../../src/simulation/result.ts';
import type { Run } from '../../state/results.ts';
import { select, useSelection } from '../../state/selection.ts';
import { StatisticFigure } from '../../theme/Figure.tsx';
import { formatShare } from '../../theme/format.ts';
import { EmptyResult } from './EmptyResult.tsx';
import { FigureTable, type FigureColumn } from './FigureTable.tsx';
import { t } from '../../texts.ts';
import { Verdict } from '../../theme/Verdict.tsx';

interface RolloutRow {
  readonly id: string;
  readonly name: string;
  readonly figures: RolloutFigures;
}

type Key = 'shares' | 'old' | 'new' | 'dropped' | 'duration' | 'aborted';

/** Decorative: the shares stand beside it. */
function Shares({ oldShare, newShare }: RolloutFigures) {
  return (
    <span className="parts-bar" aria-hidden="true">
      <span className="parts-bar-fill">
        <span className="part rollout-old" style={{ flexGrow: oldShare.mean ?? 0 }} />
        <span className="part rollout-new" style={{ flexGrow: newShare.mean ?? 0 }} />
      </span>
    </span>
  );
}

function Aborted({ share }: { readonly share: number | null }) {
  if (share === null) return '—';
  const isSound = share === 0;
  return (
    <Verdict isGood={isSound}>
      {isSound
        ? t('rollouts.never')
        : share === 1
          ? t('rollouts.always')
          : t('rollouts.inSome', { share: formatShare(share) })}
    </Verdict>
  );
}

const columns = (): readonly FigureColumn<RolloutRow, Key>[] => [
  {
    key: 'shares',
    title: t('rollouts.shares'),
    wide: true,
    value: ({ figures }) => figures.newShare.mean,
    draw: ({ figures }) => <Shares {...figures} />,
  },
  {
    key: 'old',
    title: t('rollouts.old'),
    value: ({ figures }) => figures.oldShare.mean,
    draw: ({ figures }) => <StatisticFigure kind="share" statistic={figures.oldShare} />,
  },
  {
    key: 'new',
    title: t('rollouts.new'),
    value: ({ figures }) => figures.newShare.mean,
    draw: ({ figures }) => <StatisticFigure kind="share" statistic={figures.newShare} />,
  },
  {
    key: 'dropped',
    title: t('rollouts.dropped'),
    value: ({ figures }) => figures.dropped.mean,
    draw: ({ figures }) => <StatisticFigure kind="count" statistic={figures.dropped} />,
  },
  {
    key: 'duration',
    title: t('rollouts.took'),
    value: ({ figures }) => figures.durationS.mean,
    draw: ({ figures }) =>
      figures.durationS.mean === null ? (
        t('rollouts.notDone')
      ) : (
        <StatisticFigure kind="s" statistic={figures.durationS} />
      ),
  },
  {
    key: 'aborted',
    title: t('rollouts.aborted'),
    value: ({ figures }) => figures.aborted.mean,
    draw: ({ figures }) => <Aborted share={figures.aborted.mean} />,
  },
];

function rolloutRows({ design, result }: Run): RolloutRow[] {
  return result.rollouts.map((figures, at) => {
    const component = design.components.find(({ id }) => id === figures.at);
    return { id: String(at), name: `${nameOf(component ?? { id: figures.at })}, ${figures.strategy}`, figures };
  });
}

export function RolloutsTable({ run }: { readonly run: Run }) {
  const rows = rolloutRows(run);
  const selected = useSelection((state) => state.components[0] ?? null);
  if (rows.length === 0) return <EmptyResult title={t('rollouts.none')} hint={t('rollouts.noneHint')} />;
  return (
    <FigureTable
      name={t('rollouts.name')}
      nameTitle={t('rollouts.rollout')}
      rows={rows}
      columns={columns()}
      first={null}
      selectedId={rows.find(({ figures }) => figures.at === selected)?.id ?? null}
      onSelect={(id) => {
        const row = rows.find((candidate) => candidate.id === id);
        if (row) select({ components: [row.figures.at] });
      }}
    />
  );
}
