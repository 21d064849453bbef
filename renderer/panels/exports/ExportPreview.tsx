// The files of an export, one at a time: which there are, and what is in the one that is looked at.
import { useMemo, useState } from 'react';
import type { ExportFile } from '../../../src/exporters/exporter.ts';
import type { Comparison } from './comparison.ts';
import { FileList } from './FileList.tsx';
import { FileView, type View } from './FileView.tsx';
import { listFiles } from './listed.ts';

export function ExportPreview({ files, comparison }: { files: readonly ExportFile[]; comparison: Comparison | null }) {
  const [path, setPath] = useState<string | null>(null);
  const [wanted, setWanted] = useState<View | null>(null);
  const listed = useMemo(() => listFiles(files, comparison), [files, comparison]);
  const shown = listed.find((candidate) => candidate.path === path) ?? listed[0];
  if (!shown) return null;
  const isSeveral = files.length > 1;
  return (
    <div className="exports-preview">
      {(listed.length > 1 || comparison !== null) && (
        <FileList listed={listed} chosen={shown.path} onChoose={setPath} />
      )}
      <FileView key={shown.path} listed={shown} wanted={wanted} onWant={setWanted} copies={isSeveral} />
    </div>
  );
}
