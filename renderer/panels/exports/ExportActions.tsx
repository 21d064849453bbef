// What can be done with an export: copy its text, or save it as one file or as a folder.
import { Check, Copy, Folder, Save } from 'lucide-react';
import { useState } from 'react';
import type { Exporter, ExportFile } from '../../../src/exporters/exporter.ts';
import { notify } from '../../state/panels.ts';
import { Button } from '../../theme/Button.tsx';
import { start } from '../../commands/defects.ts';
import { chooseTarget } from './choose-target.ts';
import { copyText } from './copy-text.ts';
import { writeExport } from './save-export.ts';
import { t } from '../../texts.ts';

interface ExportActionsProps {
  readonly exporter: Exporter;
  readonly files: readonly ExportFile[];
}

/** The export as one text; null where the format is only ever several files. */
export function asOneText(exporter: Exporter, files: readonly ExportFile[]): string | null {
  const [only] = files;
  if (files.length === 1 && only) return only.text;
  return exporter.stream?.(files) ?? null;
}

function folderName(exporter: Exporter): string {
  return exporter.fileName.replace(/\.[^.]+$/, '');
}

function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    if (await copyText(text)) setCopied(text);
    else notify('error', t('exports.cannotCopy'), t('exports.cannotCopyMend'));
  };
  const isCopied = copied === text;
  return (
    <Button icon={isCopied ? Check : Copy} onClick={() => start(copy)}>
      {t(isCopied ? 'exports.copied' : 'exports.copy')}
    </Button>
  );
}

export function ExportActions({ exporter, files }: ExportActionsProps) {
  const text = asOneText(exporter, files);
  const saveFile = (): void => {
    if (text === null) return;
    const file = { path: exporter.fileName, text };
    chooseTarget('save', exporter.fileName, (target, overwrite) =>
      writeExport(target, { title: exporter.title, files: [file], asFolder: false }, overwrite),
    );
  };
  const saveFolder = (): void =>
    chooseTarget('folder', folderName(exporter), (target, overwrite) =>
      writeExport(target, { title: exporter.title, files, asFolder: true }, overwrite),
    );
  return (
    <div className="exports-actions">
      {text !== null && (
        <>
          <Button icon={Save} onClick={saveFile}>
            {t(files.length > 1 ? 'exports.saveAsOne' : 'exports.save')}
          </Button>
          <CopyButton text={text} />
        </>
      )}
      {(files.length > 1 || text === null) && (
        <Button icon={Folder} onClick={saveFolder}>
          {t('exports.saveAsFolder')}
        </Button>
      )}
    </div>
  );
}
