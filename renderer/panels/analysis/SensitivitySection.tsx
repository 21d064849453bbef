// "What to change first": what one change anywhere is worth by the estimate, the best first, and how far the load can grow.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { FullEstimate } from '../../../src/analysis/estimate.ts';
import type { Worth } from '../../../src/analysis/sensitivity.ts';
import type { Design } from '../../../src/model/design.ts';
import { componentName } from '../../../src/model/graph.ts';
import { useAnswer } from '../../estimates/use-answer.ts';
import { goToComponent } from '../../commands/window-actions.ts';
import { edit } from '../../state/document.ts';
import { t } from '../../texts.ts';
import { Button, IconButton } from '../../theme/Button.tsx';
import { formatMs, formatNumber, formatRate } from '../../theme/format.ts';
import { TermHelp } from '../../theme/TermHelp.tsx';
import { sentence } from '../findings/sentence.ts';
import type { SectionProps } from './sections.ts';

const FEW = 6;

export function SensitivitySection({ isLarge }: SectionProps) {
  const { answer, design, isStale } = useAnswer('estimate');
  const [isAll, setAll] = useState(isLarge);
  if (answer === null || design === null) return <p className="analysis-hint">{t('analysis.workedOut')}</p>;
  const worths = answer.sensitivity.filter(isWorthWhile);
  const shown = isAll ? worths : worths.slice(0, FEW);
  return (
    <div className={isStale ? 'analysis-stale' : undefined} aria-busy={isStale}>
      <Headline answer={answer} design={design} />
      {worths.length === 0 ? (
        <p className="analysis-hint">{t('analysis.nothingHelps')}</p>
      ) : (
        <table className="analysis-table" aria-label={t('analysis.sections.sensitivity')}>
          <thead>
            <tr>
              <th scope="col">{t('analysis.change')}</th>
              <th scope="col">{t('analysis.mean')}</th>
              <th scope="col">{t('analysis.gain')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('analysis.apply')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((worth) => (
              <WorthRow
                key={`${worth.component} ${worth.change}`}
                worth={worth}
                most={mostOf(worths)}
                design={design}
              />
            ))}
          </tbody>
        </table>
      )}
      {worths.length > FEW && !isLarge && (
        <Button look="quiet" onClick={() => setAll(!isAll)}>
          {isAll ? t('analysis.showFewer') : t('analysis.showAll', { count: worths.length })}
        </Button>
      )}
      <Remarks answer={answer} />
    </div>
  );
}

function Headline({ answer: { requests, limit, stable }, design }: { answer: FullEstimate; design: Design }) {
  const component = nameIn(design, limit.component);
  const load =
    limit.component === null
      ? t('analysis.noLimit')
      : t(stable ? 'analysis.limit' : 'analysis.overLimit', {
          factor: formatNumber(limit.factor),
          rate: formatRate(limit.ratePerSecond),
          component,
        });
  return (
    <p className="analysis-headline">
      {requests.responseMs.mean !== null && (
        <>
          {t('analysis.meanNow', {
            mean: formatMs(requests.responseMs.mean),
            p95: formatMs(requests.responseMs.p95),
          })}{' '}
        </>
      )}
      {load} <TermHelp term="estimate" />
    </p>
  );
}

/** Where the theory does not reach: what it leaves out, always in sight, and what it approximates, on demand. */
function Remarks({ answer: { notes, approximations } }: { readonly answer: FullEstimate }) {
  return (
    <>
      {notes.map(({ rule, message }) => (
        <p key={rule} className="analysis-hint">
          {sentence(message)}
        </p>
      ))}
      {approximations.length > 0 && (
        <details className="analysis-hint">
          <summary>{t('analysis.approximated', { count: approximations.length })}</summary>
          <ul>
            {approximations.map(({ rule, message }) => (
              <li key={rule}>{sentence(message)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface WorthRowProps {
  readonly worth: Worth;
  /** The largest gain, in ms. */
  readonly most: number;
  readonly design: Design;
}

function WorthRow({ worth, most, design }: WorthRowProps) {
  const { component, change, meanMs, gainMs } = worth;
  const name = nameIn(design, component);
  const what = t(`analysis.changes.${change}`, { component: name });
  return (
    <tr>
      <th scope="row">
        <button type="button" className="analysis-link" onClick={() => goToComponent(component)}>
          {what}
        </button>
      </th>
      <td>{formatMs(meanMs)}</td>
      <td className="analysis-gain">
        <span>{gainMs === null ? t('analysis.carried') : `−${formatMs(gainMs)}`}</span>
        <span className="analysis-gain-bar" aria-hidden="true">
          <span style={{ width: `${String(gainMs === null ? 100 : (100 * gainMs) / most)}%` }} />
        </span>
      </td>
      <td className="analysis-apply">
        {change === 'one-more-replica' && (
          <IconButton
            icon={Plus}
            label={t('analysis.applyWhat', { what })}
            tooltip={t('analysis.applyReplica')}
            onClick={() => addReplica(component, name)}
          />
        )}
      </td>
    </tr>
  );
}

function addReplica(id: string, name: string): void {
  edit(t('analysis.stepAddReplica', { name }), (draft) => {
    const component = draft.components.find((candidate) => candidate.id === id);
    if (component) component.capacity = { ...component.capacity, replicas: (component.capacity?.replicas ?? 1) + 1 };
  });
}

/** A hundredth of a millisecond is nothing that anybody would change a design for. */
function isWorthWhile({ gainMs, meanMs }: Worth): boolean {
  return gainMs === null ? meanMs !== null : gainMs > 0.01;
}

function mostOf(worths: readonly Worth[]): number {
  return Math.max(0.01, ...worths.map(({ gainMs }) => gainMs ?? 0));
}

function nameIn(design: Design, id: string | null): string {
  return id === null ? '' : componentName(design, id);
}
