// Findings as lines on standard error: file, place, message, and how to mend it.
import type { Finding } from '../../src/model/finding.ts';
import { printable } from './printable.ts';

/** `FILE: line 12, column 3: message` for what cannot be parsed, `FILE: components.api.kind: message` for the rest. */
export function findingLine(file: string, finding: Finding): string {
  const { position, path } = finding;
  const place = position
    ? `line ${String(position.line)}, column ${String(position.column)}: `
    : path === ''
      ? ''
      : `${path}: `;
  const severity = finding.severity === 'error' ? '' : `${finding.severity}: `;
  return `${file}: ${place}${severity}${finding.message}`;
}

export function findingText(file: string, finding: Finding): string {
  return `${printable(findingLine(file, finding))}\n  ${printable(finding.mend)}\n`;
}

const order = { error: 0, warning: 1, advice: 2 } as const;

/** Errors first; otherwise in the order in which they were found. */
export function findingsText(file: string, findings: readonly Finding[]): string {
  return [...findings]
    .sort((a, b) => order[a.severity] - order[b.severity])
    .map((finding) => findingText(file, finding))
    .join('');
}

/** On the command line, what may be overwritten is said with a flag. */
export function withForce(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) =>
    finding.rule === 'file-exists' || finding.rule === 'file-changed'
      ? { ...finding, mend: 'Give another name, or --force to overwrite it.' }
      : finding,
  );
}
