// One option of a format, as its type asks.
import { useEffect, useId, useMemo } from 'react';
import type { ExportOption } from '../../../src/exporters/exporter.ts';
import { shownRun, useResults } from '../../state/results.ts';
import { said } from '../../texts.ts';

interface ExportOptionFieldProps {
  readonly option: ExportOption;
  readonly value: string | boolean;
  readonly onChange: (value: string | boolean) => void;
}

export function ExportOptionField({ option, value, onChange }: ExportOptionFieldProps) {
  const id = useId();
  return (
    <div className="field" title={said(option.help)}>
      <div className="field-name">
        <label htmlFor={id}>{said(option.title)}</label>
      </div>
      <div className="field-control">
        <Control id={id} option={option} value={value} onChange={onChange} />
      </div>
    </div>
  );
}

/** On: the figures of the run that panel and canvas show, as a file on the command line would give them. */
function ResultsSwitch({ id, option, value, onChange }: ExportOptionFieldProps & { id: string }) {
  const run = useResults(shownRun);
  const text = useMemo(() => (run ? JSON.stringify(run.result) : ''), [run]);
  // A new run is followed as long as the switch is on.
  useEffect(() => {
    if (value !== '' && text !== '' && text !== value) onChange(text);
  }, [value, text, onChange]);
  return (
    <input
      id={id}
      type="checkbox"
      className="field-check"
      aria-description={said(option.help)}
      disabled={run === null && value === ''}
      checked={value !== ''}
      onChange={(event) => onChange(event.target.checked ? text : '')}
    />
  );
}

function Control({ id, option, value, onChange }: ExportOptionFieldProps & { id: string }) {
  if (option.isFile) return <ResultsSwitch id={id} option={option} value={value} onChange={onChange} />;
  if (option.type === 'switch')
    return (
      <input
        id={id}
        type="checkbox"
        className="field-check"
        aria-description={said(option.help)}
        checked={value === true}
        onChange={(event) => onChange(event.target.checked)}
      />
    );
  if (option.type === 'choice')
    return (
      <select
        id={id}
        className="field-input field-select"
        aria-description={said(option.help)}
        value={String(value)}
        onChange={(event) => onChange(event.target.value)}
      >
        {(option.choices ?? []).map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    );
  return (
    <input
      id={id}
      type="text"
      className="field-input"
      aria-description={said(option.help)}
      spellCheck={false}
      autoComplete="off"
      value={String(value)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
