// The "Export" tab: a format, its options, a preview that follows the design, and the ways out of the window.
import { useMemo } from 'react';
import { exporters } from '../../../src/exporters/index.ts';
import type { Exporter, ExportOutcome } from '../../../src/exporters/exporter.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { usePanels } from '../../state/panels.ts';
import { FindingLine } from '../findings/FindingLine.tsx';
import { SEVERITIES, severityLook } from '../findings/severity.tsx';
import { sentence } from '../findings/sentence.ts';
import { useComparison, useFolder } from './comparison.ts';
import { ExportActions } from './ExportActions.tsx';
import { ExportOptionField } from './ExportOptionField.tsx';
import { ExportPreview } from './ExportPreview.tsx';
import { FolderBar } from './FolderBar.tsx';
import { FormatField } from './FormatField.tsx';
import { chooseOption, effectiveOptions, useChosenOptions } from './options.ts';
import { useExport } from './use-export.ts';
import './exports.css';
import { t } from '../../texts.ts';

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

/** A defect of the exporter: the tab goes on, and another option or format may do better. */
function Defect({ message, number }: { message: string; number: string | null }) {
  return (
    <div className="exports-defect" role="alert">
      <p>{number === null ? t('exports.defect') : t('exports.defectLogged', { number })}</p>
      <p>{message}</p>
    </div>
  );
}

function Files({ exporter, outcome }: { exporter: Exporter; outcome: Extract<ExportOutcome, { ok: true }> }) {
  const folder = useFolder(exporter.id);
  const comparison = useComparison(folder, outcome.value);
  return (
    <>
      <ExportActions exporter={exporter} files={outcome.value} isCompared={folder !== null} />
      {folder !== null && (
        <FolderBar exporter={exporter} files={outcome.value} folder={folder} comparison={comparison} />
      )}
      <ExportNotes findings={outcome.notes} />
      <ExportPreview files={outcome.value} comparison={comparison} />
    </>
  );
}

function ExportBody({ exporter }: { exporter: Exporter }) {
  const chosen = useChosenOptions(exporter.id);
  const options = useMemo(() => effectiveOptions(exporter, chosen), [exporter, chosen]);
  const { made, isSlow } = useExport(exporter, options);
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
      <p className="exports-slow" role="status">
        {isSlow && t('exports.exporting')}
      </p>
      {made?.kind === 'defect' && <Defect message={made.message} number={made.number} />}
      {made?.kind === 'outcome' && !made.outcome.ok && <Refusal findings={made.outcome.findings} />}
      {made?.kind === 'outcome' && made.outcome.ok && <Files exporter={exporter} outcome={made.outcome} />}
    </>
  );
}

export function ExportPanel() {
  const format = usePanels((state) => state.exportFormat);
  const exporter: Exporter | undefined = exporters.find((candidate) => candidate.id === format) ?? exporters[0];
  if (!exporter) return null;
  return (
    <div className="exports">
      <FormatField format={exporter.id} />
      <p className="field-note">{sentence(exporter.description)}</p>
      <ExportBody key={exporter.id} exporter={exporter} />
    </div>
  );
}
