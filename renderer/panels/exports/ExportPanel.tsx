// The "Export" tab: a format, its options, a preview that follows the design, and the ways out of the window.
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { exporters, runExporter } from '../../../src/exporters/index.ts';
import type { Exporter, ExportOptions, ExportOutcome } from '../../../src/exporters/exporter.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { start } from '../../commands/defects.ts';
import { useDocument } from '../../state/document.ts';
import { panelsStore, usePanels } from '../../state/panels.ts';
import { FindingLine } from '../findings/FindingLine.tsx';
import { SEVERITIES, severityLook } from '../findings/severity.tsx';
import { sentence } from '../findings/sentence.ts';
import { ExportActions } from './ExportActions.tsx';
import { ExportOptionField } from './ExportOptionField.tsx';
import { ExportPreview } from './ExportPreview.tsx';
import { chooseOption, effectiveOptions, useChosenOptions } from './options.ts';
import './exports.css';
import { said, t } from '../../texts.ts';

/** What the format makes of the design as it is now; the last outcome stays until the next is there. */
function useOutcome(exporter: Exporter, options: ExportOptions): ExportOutcome | null {
  const design = useDeferredValue(useDocument((state) => state.design));
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null);
  useEffect(() => {
    let isCurrent = true;
    start(async () => {
      const made = await runExporter(exporter, design, options);
      if (isCurrent) setOutcome(made);
    });
    return () => {
      isCurrent = false;
    };
  }, [exporter, design, options]);
  return outcome;
}

/** "8 notes, 1 of them a warning". */
function countOf(findings: readonly Finding[]): string {
  const warnings = findings.filter((finding) => finding.severity === 'warning').length;
  if (findings.length > 0 && warnings === findings.length) return t('exports.warnings', { count: warnings });
  const notes = t('exports.notes', { count: findings.length });
  return warnings === 0 ? notes : t('exports.ofThem', { notes, count: warnings });
}

/** What the format cannot say, gravest first; folded, since the files below are what is looked for. */
function ExportNotes({ findings }: { findings: readonly Finding[] }) {
  const [worst] = SEVERITIES.filter((severity) => findings.some((finding) => finding.severity === severity));
  if (worst === undefined) return null;
  const Icon = severityLook[worst].icon;
  return (
    <details className="exports-findings">
      <summary>
        <span className={`exports-count findings-${worst}`}>
          <Icon size={13} aria-hidden="true" />
          {countOf(findings)}
        </span>
      </summary>
      {SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity)).map(
        (finding, at) => (
          <FindingLine key={`${finding.rule} ${finding.path} ${at}`} finding={finding} />
        ),
      )}
    </details>
  );
}

/** Why nothing can be exported. */
function Refusal({ findings }: { findings: readonly Finding[] }) {
  return findings.map((finding, at) => <FindingLine key={`${finding.rule} ${finding.path} ${at}`} finding={finding} />);
}

function ExportBody({ exporter }: { exporter: Exporter }) {
  const chosen = useChosenOptions(exporter.id);
  const options = useMemo(() => effectiveOptions(exporter, chosen), [exporter, chosen]);
  const outcome = useOutcome(exporter, options);
  return (
    <>
      {exporter.options.length > 0 && (
        <div className="exports-options">
          {exporter.options.map((option) => (
            <ExportOptionField
              key={option.key}
              option={option}
              value={options[option.key] ?? option.default}
              onChange={(value) => chooseOption(exporter.id, option.key, value)}
            />
          ))}
        </div>
      )}
      {outcome === null ? null : outcome.ok ? (
        <>
          <ExportActions exporter={exporter} files={outcome.value} />
          <ExportNotes findings={outcome.notes} />
          <ExportPreview key={exporter.id} exporter={exporter} files={outcome.value} />
        </>
      ) : (
        <Refusal findings={outcome.findings} />
      )}
    </>
  );
}

export function ExportPanel() {
  const format = usePanels((state) => state.exportFormat);
  const exporter: Exporter | undefined = exporters.find((candidate) => candidate.id === format) ?? exporters[0];
  if (!exporter) return null;
  return (
    <div className="exports">
      <div className="field">
        <div className="field-name">
          <label htmlFor="export-format">{t('exports.format')}</label>
        </div>
        <div className="field-control">
          <select
            id="export-format"
            className="field-input field-select"
            value={exporter.id}
            onChange={(event) => panelsStore.setState({ exportFormat: event.target.value })}
          >
            {exporters.map((candidate) => (
              <option key={candidate.id} value={candidate.id}>
                {said(candidate.title)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p className="field-note">{sentence(exporter.description)}</p>
      <ExportBody key={exporter.id} exporter={exporter} />
    </div>
  );
}
