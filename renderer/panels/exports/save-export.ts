// Writing an export where the person says, with a question before anything of theirs would be replaced.
import type { ExportFile } from '../../../src/exporters/exporter.ts';
import { start } from '../../commands/defects.ts';
import { host } from '../../host.ts';
import { notify, openDialog } from '../../state/panels.ts';
import { t } from '../../texts.ts';

interface ExportToWrite {
  readonly title: string;
  readonly files: readonly ExportFile[];
  readonly asFolder: boolean;
}

/** Rules of findings that a yes to "overwrite" answers. */
const ASKABLE = new Set(['file-exists', 'file-changed']);

export async function writeExport(target: string, wanted: ExportToWrite, overwrite: boolean): Promise<void> {
  const { files, asFolder, title } = wanted;
  const outcome = await host.call('files.writeExport', { target, files: [...files], asFolder, overwrite });
  if (outcome.ok) {
    const [only, ...others] = outcome.value.written;
    notify(
      'info',
      t('exports.exported', { what: title }),
      others.length === 0 ? (only ?? target) : t('exports.filesIn', { number: others.length + 1, target }),
    );
    return;
  }
  const [first] = outcome.findings;
  if (first && !overwrite && outcome.findings.every((finding) => ASKABLE.has(finding.rule))) {
    const { message, mend } = first;
    openDialog({ kind: 'overwrite', message, mend, then: () => start(() => writeExport(target, wanted, true)) });
  } else openDialog({ kind: 'problem', title: t('exports.notExported', { what: title }), findings: outcome.findings });
}
