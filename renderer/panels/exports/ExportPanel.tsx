// The "Export" tab: a format, its options, a preview that follows the design, and the ways out of the window.
import { useDeferredValue, useMemo } from 'react';
import { exporters, runExporter } from '../../../src/exporters/index.ts';
import type { Exporter, ExportOptions } from '../../../src/exporters/exporter.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { useDocument } from '../../state/document.ts';
import { panelsStore, usePanels } from '../../state/panels.ts';
import { FindingLine } from '../findings/FindingLine.tsx';
import { sentence } from '../findings/sentence.ts';
import { ExportActions } from './ExportActions.tsx';
import { ExportOptionField } from './ExportOptionField.tsx';
import { ExportPreview } from './ExportPreview.tsx';
import { chooseOption, effectiveOptions, useChosenOptions } from './options.ts';
import './exports.css';

function useOutcome(exporter: Exporter, options: ExportOptions): ReturnType<Exporter['run']> {
  const design = useDeferredValue(useDocument((state) => state.design));
  return useMemo(() => runExporter(exporter, design, options), [exporter, design, options]);
}

/** What the format cannot say; open where it is more than advice. */
function ExportNotes({ findings }: { findings: readonly Finding[] }) {
  const isGrave = findings.some((finding) => finding.severity !== 'advice');
  if (findings.length === 0) return null;
  return (
    <details className="exports-findings" open={isGrave}>
      <summary>{findings.length === 1 ? '1 note' : `${findings.length} notes`}</summary>
      {findings.map((finding, at) => (
        <FindingLine key={`${finding.rule} ${finding.path} ${at}`} finding={finding} />
      ))}
    </details>
  );
}

function ExportBody({ exporter }: { exporter: Exporter }) {
  const chosen = useChosenOptions(exporter.id);
  const options = useMemo(() => effectiveOptions(exporter, chosen), [exporter, chosen]);
  const outcome = useOutcome(exporter, options);
  const findings = outcome.ok ? outcome.notes : outcome.findings;
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
      <ExportNotes key={exporter.id} findings={findings} />
      {outcome.ok && (
        <>
          <ExportActions exporter={exporter} files={outcome.value} />
          <ExportPreview key={exporter.id} exporter={exporter} files={outcome.value} />
        </>
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
          <label htmlFor="export-format">Format</label>
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
                {candidate.title}
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
