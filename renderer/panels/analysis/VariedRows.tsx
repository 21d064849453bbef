// The rows of a form that say what is varied and over which values; used by sweeps and by plans.
import { Plus, X } from 'lucide-react';
import { useMemo } from 'react';
import { scenarioAtHand, useScenarioId } from '../../state/selectors.ts';
import { useDocument } from '../../state/document.ts';
import { variedRow, type VariedRow } from '../../state/questions.ts';
import { t } from '../../texts.ts';
import { Button, IconButton } from '../../theme/Button.tsx';
import { problemOf, rangeFor, subjectsOf, variableName, type Subject } from './variables.ts';

interface VariedRowsProps {
  readonly rows: readonly VariedRow[];
  readonly onChange: (rows: readonly VariedRow[]) => void;
}

export function VariedRows({ rows, onChange }: VariedRowsProps) {
  const design = useDocument((state) => state.design);
  const scenario = scenarioAtHand(design, useScenarioId());
  const subjects = useMemo(() => subjectsOf(design, scenario), [design, scenario]);
  const change = (row: VariedRow, next: Partial<VariedRow>): void =>
    onChange(rows.map((other) => (other === row ? { ...row, ...next } : other)));
  const unused = subjects
    .flatMap(({ variables }) => variables)
    .find(({ path }) => rows.every((row) => row.path !== path));
  return (
    <div className="analysis-rows">
      {rows.map((row, at) => (
        <Row
          key={row.key}
          number={at + 1}
          row={row}
          problem={problemOf(design, row, rows)}
          subjects={subjects}
          nameOfPath={(path) => variableName(design, path)}
          onPath={(path) => change(row, { path, range: rangeFor(design, path) })}
          onRange={(range) => change(row, { range })}
          onRemove={rows.length > 1 ? () => onChange(rows.filter((other) => other !== row)) : null}
        />
      ))}
      {unused && (
        <Button look="quiet" icon={Plus} onClick={() => onChange([...rows, nextRow(rows, unused.path)])}>
          {t('analysis.addVaried')}
        </Button>
      )}
    </div>
  );

  /** The same of another component is what a next row is for more often than not. */
  function nextRow(before: readonly VariedRow[], otherwise: string): VariedRow {
    const last = before.at(-1)?.path.split('.').slice(2).join('.');
    const alike = subjects
      .flatMap(({ variables }) => variables)
      .find(({ path }) => path.split('.').slice(2).join('.') === last && before.every((row) => row.path !== path));
    const path = alike?.path ?? otherwise;
    return variedRow(path, rangeFor(design, path));
  }
}

interface RowProps {
  readonly number: number;
  readonly row: VariedRow;
  readonly problem: string | null;
  readonly subjects: readonly Subject[];
  readonly nameOfPath: (path: string) => string;
  readonly onPath: (path: string) => void;
  readonly onRange: (range: string) => void;
  readonly onRemove: (() => void) | null;
}

function Row({ number, row, problem, subjects, nameOfPath, onPath, onRange, onRemove }: RowProps) {
  const isListed = subjects.some(({ variables }) => variables.some(({ path }) => path === row.path));
  const problemId = `varied-problem-${String(row.key)}`;
  return (
    <div className="analysis-row" role="group" aria-label={t('analysis.varied', { number })}>
      <select
        className="field-input field-select"
        aria-label={t('analysis.variedWhat', { number })}
        title={nameOfPath(row.path)}
        value={row.path}
        onChange={(event) => onPath(event.target.value)}
      >
        {!isListed && <option value={row.path}>{nameOfPath(row.path)}</option>}
        {subjects.map(({ id, name, variables }) => (
          <optgroup key={id} label={name}>
            {variables.map(({ path, title }) => (
              <option key={path} value={path}>
                {`${name} · ${title}`}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <input
        className="field-input"
        type="text"
        aria-label={t('analysis.variedValues', { number })}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : problemId}
        title={t('analysis.rangeHelp')}
        autoComplete="off"
        spellCheck={false}
        value={row.range}
        onChange={(event) => onRange(event.target.value)}
      />
      {onRemove && <IconButton icon={X} label={t('analysis.removeVaried', { number })} onClick={onRemove} />}
      {problem !== null && (
        <p className="analysis-problem" id={problemId}>
          {problem}
        </p>
      )}
    </div>
  );
}
