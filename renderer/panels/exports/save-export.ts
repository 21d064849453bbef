// Writing an export where the person says, with a question before anything of theirs would be replaced.
import type { ExportFile } from '../../../src/exporters/exporter.ts';
import { host } from '../../host.ts';
import { notify, openDialog } from '../../state/panels.ts';

interface ExportToWrite {
  readonly title: string;
  readonly files: readonly ExportFile[];
  readonly asFolder: boolean;
}

/** Rules of findings that a yes to "overwrite" answers. */
const ASKABLE = new Set(['file-exists', 'file-changed']);

export async function writeExport(target: string, wanted: ExportToWrite, overwrite = false): Promise<void> {
  const { files, asFolder, title } = wanted;
  const outcome = await host.call('files.writeExport', { target, files: [...files], asFolder, overwrite });
  if (outcome.ok) {
    const { written } = outcome.value;
    notify(
      'info',
      `${title} exported`,
      written.length === 1 ? (written[0] ?? null) : `${written.length} files in ${target}`,
    );
    return;
  }
  const [first] = outcome.findings;
  if (!first) return;
  if (!overwrite && outcome.findings.every((finding) => ASKABLE.has(finding.rule))) {
    openDialog({
      kind: 'overwrite',
      message: first.message,
      mend: first.mend,
      then: () => void writeExport(target, wanted, true),
    });
  } else notify('error', `${title} could not be exported: ${first.message}`, first.mend);
}
