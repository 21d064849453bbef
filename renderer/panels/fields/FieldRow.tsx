// The frame of every field: label with its unit, the help behind an ⓘ, the control, and beneath it what is wrong.
import { Info } from 'lucide-react';
import { useEffect, useId, type ReactNode } from 'react';
import type { Finding } from '../../../src/model/finding.ts';
import { useFindingsAt } from '../../state/selectors.ts';
import { Tooltip } from '../../theme/Tooltip.tsx';
import { FindingLine } from '../findings/FindingLine.tsx';
import { labelOf } from './describe.ts';
import { hideHelp, showHelp } from './HelpLine.tsx';
import { useReveal } from './reveal.ts';
import './fields.css';

/** What a control takes over to be named, explained and marked. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-description': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-describedby': string | undefined;
}

/** Label beside the control; above it; or, in a column that has a heading, heard only. */
export type FieldLook = 'row' | 'wide' | 'cell';

interface FieldRowProps {
  readonly title: string;
  readonly unit?: string | undefined;
  readonly help?: string | undefined;
  /** The path whose findings stand beneath the field. */
  readonly path: string;
  /** What was typed and cannot be taken. */
  readonly problem?: Finding | null;
  readonly look?: FieldLook;
  readonly children: (control: ControlProps) => ReactNode;
}

function Name({ id, label, help }: { id: string; label: string; help: string | undefined }) {
  return (
    <div className="field-name">
      <label htmlFor={id}>{label}</label>
      {help !== undefined && (
        <Tooltip text={help} side="left">
          <span className="field-help" aria-hidden="true">
            <Info size={12} />
          </span>
        </Tooltip>
      )}
    </div>
  );
}

export function FieldRow({ title, unit, help, path, problem = null, look = 'row', children }: FieldRowProps) {
  const id = useId();
  const found = useFindingsAt(path);
  useReveal(path, id);
  useEffect(() => () => hideHelp(id), [id]);
  const findings = problem ? [problem] : found;
  const control: ControlProps = {
    id,
    'aria-description': help,
    'aria-invalid': findings.some((finding) => finding.severity === 'error') || undefined,
    'aria-describedby': findings.length > 0 ? `${id}-findings` : undefined,
  };
  const label = labelOf({ title, unit });
  return (
    <div className={`field field-${look}`} onFocus={() => showHelp(id, title, help)} onBlur={() => hideHelp(id)}>
      {look === 'cell' ? (
        <label htmlFor={id} className="visually-hidden">
          {label}
        </label>
      ) : (
        <Name id={id} label={label} help={help} />
      )}
      <div className="field-control">{children(control)}</div>
      {findings.length > 0 && (
        <div className="field-findings" id={`${id}-findings`}>
          {findings.map((finding) => (
            <FindingLine key={`${finding.rule} ${finding.message}`} finding={finding} />
          ))}
        </div>
      )}
    </div>
  );
}
