// The files of an export as text, one at a time; a diagram in Mermaid also as a picture.
import { Maximize2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Exporter, ExportFile } from '../../../src/exporters/exporter.ts';
import { IconButton } from '../../theme/Button.tsx';
import { Dialog } from '../../theme/Dialog.tsx';
import { t } from '../../texts.ts';

const MermaidPicture = lazy(() => import('./MermaidPicture.tsx'));

/** More than this is cut in the preview; what is saved or copied is whole. */
const MOST_SHOWN = 200_000;

function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

function FileText({ file }: { file: ExportFile }) {
  const shown = file.text.slice(0, MOST_SHOWN);
  return (
    <pre className="exports-text" tabIndex={0} role="region" aria-label={t('exports.textOf', { what: file.path })}>
      {shown}
      {shown.length < file.text.length && `\n${t('exports.cut')}`}
    </pre>
  );
}

function Picture({ text }: { text: string }) {
  const words = {
    drawing: t('exports.drawing'),
    cannotDraw: (why: string) => t('exports.cannotDraw', { why }),
    name: t('exports.pictureOfDiagram'),
    alt: t('exports.asDiagram'),
  };
  return (
    <Suspense fallback={<p className="field-note">{words.drawing}</p>}>
      <MermaidPicture text={text} words={words} />
    </Suspense>
  );
}

/** The picture in front of the window, as large as it allows. */
function Enlarge({ text }: { text: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton
        className="exports-enlarge"
        icon={Maximize2}
        label={t('exports.enlarge')}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <Dialog title="Mermaid" wide onClose={() => setOpen(false)}>
          <div className="exports-large">
            <Picture text={text} />
          </div>
        </Dialog>
      )}
    </>
  );
}

export function ExportPreview({ exporter, files }: { exporter: Exporter; files: readonly ExportFile[] }) {
  const [path, setPath] = useState<string | null>(null);
  const [asPicture, setAsPicture] = useState(true);
  const file = files.find((candidate) => candidate.path === path) ?? files[0];
  if (!file) return null;
  const canDraw = exporter.id === 'mermaid';
  return (
    <div className="exports-preview">
      {files.length > 1 && (
        <ul className="exports-files" aria-label={t('exports.files')}>
          {files.map((candidate) => (
            <li key={candidate.path}>
              <button type="button" aria-pressed={candidate === file} onClick={() => setPath(candidate.path)}>
                <span>{candidate.path}</span>
                <span className="exports-lines">{lineCount(candidate.text)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {canDraw && (
        <div className="exports-views" role="group" aria-label={t('exports.previewAs')}>
          <button type="button" aria-pressed={asPicture} onClick={() => setAsPicture(true)}>
            {t('exports.picture')}
          </button>
          <button type="button" aria-pressed={!asPicture} onClick={() => setAsPicture(false)}>
            {t('exports.text')}
          </button>
          {asPicture && <Enlarge text={file.text} />}
        </div>
      )}
      {canDraw && asPicture ? <Picture text={file.text} /> : <FileText file={file} />}
    </div>
  );
}
