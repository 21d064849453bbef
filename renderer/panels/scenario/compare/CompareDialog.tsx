// Two scenarios side by side, with what is different marked by a sign and a word.
import { ArrowLeftRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { compareScenarios, type Change, type ScenarioRow } from '../../../../src/analysis/compare-scenarios.ts';
import type { Design } from '../../../../src/model/design.ts';
import { nameOf } from '../../../../src/model/graph.ts';
import { texts } from '../../../../src/texts/index.ts';
import { useDocument } from '../../../state/document.ts';
import { closeDialog } from '../../../state/panels.ts';
import { scenarioAtHand, useScenarioId } from '../../../state/selectors.ts';
import { t } from '../../../texts.ts';
import { Dialog } from '../../../theme/Dialog.tsx';
import { Select } from '../../../theme/Select.tsx';
import { namesToReferTo } from '../../fields/references.ts';
import { titlesOf } from '../../fields/titles.ts';
import { scenarioFields } from '../sections.ts';
import { valueText } from './value-text.ts';
import './compare.css';

const SIGNS: Readonly<Record<Change, string>> = { same: '', changed: '≠', added: '+', removed: '−' };

/** "Arrivals at API · Rate". */
function rowTitle({ list, entry, keys }: ScenarioRow, design: Design): string {
  if (list === null) return titlesOf(scenarioFields, keys);
  const id = String(entry?.at ?? entry?.connection ?? '');
  const choices = [...namesToReferTo(design, 'component-or-group'), ...namesToReferTo(design, 'connection')];
  const where = choices.find(({ value }) => value === id)?.label ?? id;
  const sort = list === 'faults' ? t(`scenario.faults.${String(entry?.kind)}` as 'scenario.faults.outage') : '';
  const whole = [titlesOf(scenarioFields, [list]), sort, where].filter((part) => part !== '').join(' · ');
  const last = keys.at(-1);
  if (last === undefined) return whole;
  if (last in texts.en.fields.variants) return `${whole} · ${t(`fields.variants.${last}` as 'fields.variants.kind')}`;
  const all = titlesOf(scenarioFields, [list, '0', ...keys]);
  return `${whole} · ${all.slice(all.indexOf(', ') + 2)}`;
}

function Row({ row, design }: { row: ScenarioRow; design: Design }) {
  const path = row.list === null ? row.keys : [row.list, '0', ...row.keys];
  return (
    <tr className={`compare-${row.change}`}>
      <th scope="row">{rowTitle(row, design)}</th>
      <td>{valueText(row.before, path)}</td>
      <td>{valueText(row.after, path)}</td>
      <td className="compare-change">
        <span aria-hidden="true">{SIGNS[row.change]}</span> {t(`scenario.changes.${row.change}`)}
      </td>
    </tr>
  );
}

interface TableProps {
  readonly design: Design;
  readonly left: string;
  readonly right: string;
  readonly showsAll: boolean;
}

function CompareTable({ design, left, right, showsAll }: TableProps) {
  const [before, after] = [scenarioAtHand(design, left), scenarioAtHand(design, right)];
  const rows = useMemo(() => (before && after ? compareScenarios(before, after) : []), [before, after]);
  const shown = showsAll ? rows : rows.filter(({ change }) => change !== 'same');
  if (!before || !after) return null;
  if (shown.length === 0) return <p className="compare-none">{t('scenario.noDifference')}</p>;
  return (
    <div className="compare-scroll" tabIndex={0} role="group" aria-label={t('scenario.differences')}>
      <table className="compare-table" aria-label={t('scenario.differences')}>
        <thead>
          <tr>
            <th scope="col">{t('scenario.value')}</th>
            <th scope="col">{nameOf(before)}</th>
            <th scope="col">{nameOf(after)}</th>
            <th scope="col">{t('scenario.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, at) => (
            <Row key={at} row={row} design={design} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function CompareDialog() {
  const design = useDocument((state) => state.design);
  const atHand = useScenarioId();
  const scenarios = design.scenarios ?? [];
  const other = scenarios.find(({ id }) => id !== atHand)?.id;
  const [left, setLeft] = useState(atHand ?? '');
  const [right, setRight] = useState(other ?? '');
  const [showsAll, setShowsAll] = useState(false);
  const choices = scenarios.map((scenario) => ({ value: scenario.id, label: nameOf(scenario) }));
  return (
    <Dialog title={t('scenario.compare')} wide onClose={closeDialog}>
      {scenarios.length < 2 ? (
        <p className="compare-none">{t('scenario.needsTwo')}</p>
      ) : (
        <div className="compare">
          <div className="compare-choice">
            <Select label={t('scenario.firstScenario')} value={left} choices={choices} onChoose={setLeft} />
            <button
              type="button"
              className="field-button field-icon-button"
              aria-label={t('scenario.swap')}
              title={t('scenario.swap')}
              onClick={() => {
                setLeft(right);
                setRight(left);
              }}
            >
              <ArrowLeftRight size={14} aria-hidden="true" />
            </button>
            <Select label={t('scenario.secondScenario')} value={right} choices={choices} onChoose={setRight} />
            <label className="compare-all">
              <input type="checkbox" checked={showsAll} onChange={(event) => setShowsAll(event.target.checked)} />
              {t('scenario.showSame')}
            </label>
          </div>
          <CompareTable design={design} left={left} right={right} showsAll={showsAll} />
        </div>
      )}
    </Dialog>
  );
}
