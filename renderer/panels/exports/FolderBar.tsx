// The folder that the export is compared with: what would happen to it, and the button that does it.
import { FolderPen, RefreshCw, X } from 'lucide-react';
import type { Exporter, ExportFile } from '../../../src/exporters/exporter.ts';
import { start } from '../../commands/defects.ts';
import { t } from '../../texts.ts';
import { Button, IconButton } from '../../theme/Button.tsx';
import { FindingLine } from '../findings/FindingLine.tsx';
import { compareAgain, rememberFolder, type ComparedState, type Comparison } from './comparison.ts';
import { writeFolder } from './save-export.ts';

interface FolderBarProps {
  readonly exporter: Exporter;
  readonly files: readonly ExportFile[];
  readonly folder: string;
  readonly comparison: Comparison | null;
}

const ORDER: readonly ComparedState[] = ['new', 'changed', 'edited', 'foreign', 'gone', 'same'];

function summary({ byPath }: Comparison): string {
  const states = [...byPath.values()].map(({ state }) => state);
  return ORDER.flatMap((state) => {
    const count = states.filter((one) => one === state).length;
    return count === 0 ? [] : [t(`exports.counts.${state}`, { count })];
  }).join(', ');
}

export function FolderBar({ exporter, files, folder, comparison }: FolderBarProps) {
  const { title, id: format } = exporter;
  const problem = comparison?.findings[0];
  return (
    <section className="exports-folder" aria-label={t('exports.comparedWith', { folder })}>
      <div className="exports-folder-head">
        <span className="exports-folder-name" title={folder}>
          {t('exports.comparedWith', { folder })}
        </span>
        <IconButton icon={RefreshCw} label={t('exports.compareAgain')} onClick={compareAgain} />
        <IconButton icon={X} label={t('exports.stopComparing')} onClick={() => rememberFolder(format, null)} />
      </div>
      {problem ? (
        <FindingLine finding={problem} />
      ) : (
        <p className="exports-folder-summary" role="status">
          {comparison === null ? t('exports.comparing') : summary(comparison)}
        </p>
      )}
      <Button
        look="filled"
        icon={FolderPen}
        disabled={comparison === null || problem !== undefined}
        onClick={() => start(() => writeFolder({ title, format, folder, files }))}
      >
        {t('exports.writeToFolder')}
      </Button>
    </section>
  );
}
