// The objectives of the design, met or missed, told by icon and word.
import type { Result } from '../../../src/simulation/result.ts';
import { useDocument } from '../../state/document.ts';
import { t } from '../../texts.ts';
import { Verdict } from '../../theme/Verdict.tsx';
import { objectiveRows } from '../../../src/report/objectives.ts';
import { reportWords } from './words.ts';

export function ObjectivesList({ result }: { result: Result }) {
  const design = useDocument((state) => state.design);
  const words = reportWords();
  const rows = objectiveRows(design, result, words);
  if (rows.length === 0) return <p className="results-hint">{t('results.noObjectives')}</p>;
  return (
    <table className="results-table" aria-label={t('results.objectives')}>
      <thead>
        <tr>
          <th scope="col" className="results-name">
            {words.objective}
          </th>
          <th scope="col">{words.value}</th>
          <th scope="col">{words.verdict}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, asked, value, met }) => (
          <tr key={id}>
            <th scope="row" className="results-name">
              {asked}
            </th>
            <td>{value}</td>
            <td>
              <Verdict isGood={met}>{met ? words.met : words.missed}</Verdict>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
