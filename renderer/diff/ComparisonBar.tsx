// The bar of a comparison above the canvas: what is compared, how much is different, and a way through the differences
// one by one.
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Design } from '../../src/model/design.ts';
import { canvasStore } from '../state/canvas.ts';
import { endComparison, lookAt, useComparison, type Comparison } from '../state/comparison.ts';
import { documentStore, useDocument } from '../state/document.ts';
import { panelsStore } from '../state/panels.ts';
import { select } from '../state/selection.ts';
import { t } from '../texts.ts';
import { IconButton } from '../theme/Button.tsx';
import { countsOf, differencesBetween, type Difference, type Sort } from './differences.ts';
import { sentenceOf } from './sentences.ts';
import './diff.css';

const SORTS: readonly (readonly [Sort, string])[] = [
  ['added', '+'],
  ['removed', '−'],
  ['changed', '~'],
  ['moved', '↔'],
];

/** Selects what it is about and brings it into sight; what is no longer there is seen in the whole. */
function goTo(differences: readonly Difference[], index: number): void {
  const difference = differences[index];
  if (!difference) return;
  lookAt(index);
  const { list, id } = difference;
  const { viewport } = canvasStore.getState();
  const { design } = documentStore.getState();
  const component = design.components.find((entry) => list === 'components' && entry.id === id);
  const connection = design.connections?.find((entry) => list === 'connections' && entry.id === id);
  const group = design.groups?.find((entry) => list === 'groups' && entry.id === id);
  select({
    components: component ? [component.id] : [],
    connections: connection ? [connection.id] : [],
    groups: group ? [group.id] : [],
  });
  if (component) viewport?.reveal([component.id]);
  else if (connection) viewport?.reveal([connection.to, connection.from]);
  else viewport?.fit();
}

/** Escape leaves, wherever the focus is, unless something in front of it or a field takes the key for itself. */
function useEscape(): void {
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      const isInField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (event.key !== 'Escape' || event.defaultPrevented || isInField) return;
      if (panelsStore.getState().dialog === null) endComparison();
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, []);
}

function Legend({ differences }: { readonly differences: readonly Difference[] }) {
  const counts = countsOf(differences);
  return (
    <ul className="diff-legend" aria-label={t('versions.counts')}>
      {SORTS.map(([sort, sign]) => (
        <li key={sort} className={`diff-legend-${sort}`}>
          <span className="diff-legend-sign" aria-hidden="true">
            {sign}
          </span>
          {t(`versions.${sort}`)} {counts[sort]}
        </li>
      ))}
    </ul>
  );
}

interface StepsProps {
  readonly differences: readonly Difference[];
  readonly before: Design;
  readonly after: Design;
  readonly index: number | null;
}

function Steps({ differences, before, after, index }: StepsProps) {
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [index]);
  if (differences.length === 0) return <p className="diff-none">{t('versions.same')}</p>;
  return (
    <ol className="diff-list" aria-label={t('versions.differences')}>
      {differences.map((difference, at) => (
        <li key={`${difference.sort} ${difference.change.path}`} ref={at === index ? current : null}>
          <button
            type="button"
            className={`diff-item diff-item-${difference.sort}`}
            aria-current={at === index}
            onClick={() => goTo(differences, at)}
          >
            <span className="diff-item-sign" aria-hidden="true">
              {SORTS.find(([sort]) => sort === difference.sort)?.[1]}
            </span>
            {sentenceOf(difference, before, after)}
          </button>
        </li>
      ))}
    </ol>
  );
}

function Bar({ comparison }: { readonly comparison: Comparison }) {
  const design = useDocument((state) => state.design);
  const { other, title, index } = comparison;
  const differences = differencesBetween(other, design);
  const total = differences.length;
  useEscape();
  return (
    <section className="diff" aria-label={t('versions.comparison')}>
      <div className="diff-head">
        <strong className="diff-title">{t('versions.comparing', { title })}</strong>
        <Legend differences={differences} />
        <span className="diff-steps">
          <span className="diff-position" role="status">
            {index !== null && total > 0 && t('versions.position', { n: Math.min(index, total - 1) + 1, total })}
          </span>
          <IconButton
            icon={ChevronUp}
            label={t('versions.previous')}
            disabled={total === 0}
            onClick={() => goTo(differences, ((index ?? 0) - 1 + total) % total)}
          />
          <IconButton
            icon={ChevronDown}
            label={t('versions.next')}
            disabled={total === 0}
            onClick={() => goTo(differences, ((index ?? -1) + 1) % total)}
          />
          <IconButton icon={X} label={t('versions.leave')} keys="Esc" onClick={endComparison} />
        </span>
      </div>
      <Steps differences={differences} before={other} after={design} index={index} />
    </section>
  );
}

export function ComparisonBar() {
  const comparison = useComparison((now) => now);
  return comparison && <Bar comparison={comparison} />;
}
