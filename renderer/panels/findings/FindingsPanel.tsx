// The "Findings" tab: everything that stands in the way or could be better, gravest first; a click leads to the place.
import { CircleCheck } from 'lucide-react';
import type { Finding } from '../../../src/model/finding.ts';
import { documentStore, useDocument } from '../../state/document.ts';
import { panelsStore, showTab } from '../../state/panels.ts';
import { useResults } from '../../state/results.ts';
import { select } from '../../state/selection.ts';
import { useFindings } from '../../state/selectors.ts';
import { reveal } from '../fields/reveal.ts';
import { t } from '../../texts.ts';
import { sentence } from './sentence.ts';
import { SEVERITIES, severityLook } from './severity.tsx';
import { whereabouts } from './where.ts';
import './findings.css';

function goTo(path: string): void {
  const { selection, tab, scenarioId } = whereabouts(documentStore.getState().design, path);
  select(selection);
  if (scenarioId !== null) panelsStore.setState({ scenarioId });
  showTab(tab);
  reveal(path);
}

function FindingItem({ finding }: { finding: Finding }) {
  const label = useDocument((state) => whereabouts(state.design, finding.path).label);
  const { icon: Icon } = severityLook[finding.severity];
  return (
    <li>
      <button type="button" className="findings-item" onClick={() => goTo(finding.path)}>
        <span className={`findings-head findings-${finding.severity}`}>
          <Icon size={14} aria-hidden="true" className="findings-icon" />
          <span className="findings-word">{t(`findings.${finding.severity}`)}</span>
          <span className="findings-place">{label}</span>
        </span>
        <span className="findings-message">{sentence(finding.message)}</span>
        <span className="findings-mend">{sentence(finding.mend)}</span>
      </button>
    </li>
  );
}

function FindingsList({ title, findings }: { title: string; findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <section className="findings-group">
      <h3>
        {title} <span className="findings-count">{findings.length}</span>
      </h3>
      <ul>
        {findings.map((finding, at) => (
          <FindingItem key={`${finding.rule} ${finding.path} ${at}`} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

export function FindingsPanel() {
  const findings = useFindings();
  const problem = useResults((state) => state.problem);
  const isNew = (finding: Finding): boolean =>
    !findings.some((other) => other.rule === finding.rule && other.path === finding.path);
  const fromRun = problem.filter(isNew);
  const isClean = findings.length === 0 && fromRun.length === 0;
  return (
    <div className="findings">
      {isClean && (
        <div className="findings-empty">
          <CircleCheck size={20} aria-hidden="true" />
          <p>{t('findings.nothing')}</p>
          <p className="findings-mend">{t('findings.asItIs')}</p>
        </div>
      )}
      <FindingsList title={t('findings.lastRun')} findings={fromRun} />
      {SEVERITIES.map((severity) => (
        <FindingsList
          key={severity}
          title={t(severityLook[severity].plural)}
          findings={findings.filter((finding) => finding.severity === severity)}
        />
      ))}
    </div>
  );
}
