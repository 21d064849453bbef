// What can be done with an export: copy its text, save it as one file, a folder or an archive, or compare it with a folder.
import { FileArchive, Folder, FolderSearch, Save } from 'lucide-react';
import type { Exporter, ExportFile } from '../../../src/exporters/exporter.ts';
import { t } from '../../texts.ts';
import { Button } from '../../theme/Button.tsx';
import { chooseTarget } from './choose-target.ts';
import { rememberFolder } from './comparison.ts';
import { CopyButton } from './CopyButton.tsx';
import { writeExport, writeFolder } from './save-export.ts';

interface ExportActionsProps {
  readonly exporter: Exporter;
  readonly files: readonly ExportFile[];
  /** With a folder already. */
  readonly isCompared: boolean;
}

/** The export as one file; null where the format is only ever several files. */
function asOneFile(exporter: Exporter, files: readonly ExportFile[]): ExportFile | null {
  if (exporter.stream) return { path: exporter.fileName, text: exporter.stream(files) };
  const [only] = files;
  // The name proposed, but with the ending that this one file has.
  return files.length === 1 && only ? { ...only, path: only.path.slice(only.path.lastIndexOf('/') + 1) } : null;
}

function baseName(exporter: Exporter): string {
  return exporter.fileName.replace(/\.[^.]+$/, '');
}

export function ExportActions({ exporter, files, isCompared }: ExportActionsProps) {
  const one = asOneFile(exporter, files);
  const { title, id: format } = exporter;
  const isSeveral = files.length > 1 || one === null;
  const saveFile = (file: ExportFile): void =>
    chooseTarget('save', file.path, (target, overwrite) =>
      writeExport(target, { title, files: [file], shape: 'single' }, overwrite),
    );
  const saveArchive = (): void =>
    chooseTarget('save', `${baseName(exporter)}.zip`, (target, overwrite) =>
      writeExport(target, { title, files, shape: 'archive' }, overwrite),
    );
  const saveFolder = (): void =>
    chooseTarget('folder', baseName(exporter), (folder) => writeFolder({ title, format, folder, files }));
  const compare = (): void =>
    chooseTarget(
      'folder',
      baseName(exporter),
      (folder) => {
        rememberFolder(format, folder);
        return Promise.resolve();
      },
      t('exports.compareHere'),
    );
  return (
    <div className="exports-actions">
      {one !== null && (
        <Button icon={Save} onClick={() => saveFile(one)}>
          {t(isSeveral ? 'exports.saveAsOne' : 'exports.save')}
        </Button>
      )}
      {isSeveral && (
        <>
          <Button icon={Folder} onClick={saveFolder}>
            {t('exports.saveAsFolder')}
          </Button>
          <Button icon={FileArchive} onClick={saveArchive}>
            {t('exports.saveAsZip')}
          </Button>
        </>
      )}
      {one !== null && one.encoding === undefined && (
        <CopyButton text={one.text} label={t(isSeveral ? 'exports.copyAll' : 'exports.copy')} />
      )}
      {!isCompared && (
        <Button icon={FolderSearch} onClick={compare}>
          {t('exports.compareWithFolder')}
        </Button>
      )}
    </div>
  );
}
