// One finding beside its field: what is wrong and how to mend it.
import type { Finding } from '../../../src/model/finding.ts';
import { t } from '../../texts.ts';
import { sentence } from './sentence.ts';
import { severityLook } from './severity.tsx';
import './findings.css';

export function FindingLine({ finding }: { finding: Finding }) {
  const { icon: Icon } = severityLook[finding.severity];
  return (
    <p className={`findings-line findings-${finding.severity}`}>
      <Icon size={13} aria-hidden="true" className="findings-icon" />
      <span>
        <span className="visually-hidden">{t(`findings.${finding.severity}`)}: </span>
        {sentence(finding.message)} <span className="findings-mend">{sentence(finding.mend)}</span>
      </span>
    </p>
  );
}
