// The frame of every field: label with its unit, the help behind an ⓘ, the control, and beneath it what is wrong.
import { Info } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import type { Finding } from '../../../src/model/finding.ts';
import { useFindingsAt } from '../../state/selectors.ts';
import { FindingLine } from '../findings/FindingLine.tsx';
import { labelOf } from './describe.ts';
import './fields.css';

/** What a control takes over to be named, explained and marked. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-description': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-describedby': string | undefined;
}

interface FieldRowProps {
  readonly title: string;
  readonly unit?: string | undefined;
  readonly help?: string | undefined;
  /** The path whose findings stand beneath the field. */
  readonly path: string;
  /** What was typed and cannot be taken. */
  readonly problem?: Finding | null;
  /** The control takes the whole width, beneath the label. */
  readonly wide?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
}

export function FieldRow({ title, unit, help, path, problem = null, wide = false, children }: FieldRowProps) {
  const id = useId();
  const found = useFindingsAt(path);
  const findings = problem ? [problem] : found;
  const control: ControlProps = {
    id,
    'aria-description': help,
    'aria-invalid': findings.some((finding) => finding.severity === 'error') || undefined,
    'aria-describedby': findings.length > 0 ? `${id}-findings` : undefined,
  };
  return (
    <div className={wide ? 'field field-wide' : 'field'}>
      <div className="field-name">
        <label htmlFor={id}>{labelOf({ title, unit })}</label>
        {help !== undefined && (
          <span className="field-help" title={help} aria-hidden="true">
            <Info size={12} />
          </span>
        )}
      </div>
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
