// One file of an export: as a picture where it is one, as text, and as what it changes in the folder.
import { Maximize2 } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { ExportFile } from '../../../src/exporters/exporter.ts';
import { t } from '../../texts.ts';
import { IconButton } from '../../theme/Button.tsx';
import { Dialog } from '../../theme/Dialog.tsx';
import { Changes } from './Changes.tsx';
import { CopyButton } from './CopyButton.tsx';
import { sizeKiB, type Listed } from './listed.ts';

const MermaidPicture = lazy(() => import('./MermaidPicture.tsx'));

/** More than this is cut in the preview; what is saved or copied is whole. */
const MOST_SHOWN = 200_000;

const IMAGES: Readonly<Record<string, string>> = { png: 'image/png', svg: 'image/svg+xml' };

export type View = 'picture' | 'text' | 'changes';

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function FileText({ path, text }: { path: string; text: string }) {
  const shown = text.slice(0, MOST_SHOWN);
  return (
    <pre className="exports-text" tabIndex={0} role="region" aria-label={t('exports.textOf', { what: path })}>
      {shown}
      {shown.length < text.length && `\n${t('exports.cut')}`}
    </pre>
  );
}

function Diagram({ text }: { text: string }) {
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

/** As an image, so that nothing in it can act on the window. */
function Image({ file }: { file: ExportFile }) {
  const type = IMAGES[endingOf(file.path)] ?? '';
  const source = file.encoding
    ? `data:${type};base64,${file.text}`
    : `data:${type};charset=utf-8,${encodeURIComponent(file.text)}`;
  return (
    <div
      className="exports-picture"
      tabIndex={0}
      role="region"
      aria-label={t('exports.pictureOf', { what: file.path })}
    >
      <img src={source} alt={t('exports.pictureOf', { what: file.path })} />
    </div>
  );
}

function Picture({ file }: { file: ExportFile }) {
  return endingOf(file.path) === 'mmd' ? <Diagram text={file.text} /> : <Image file={file} />;
}

/** The picture in front of the window, as large as it allows. */
function Enlarge({ file }: { file: ExportFile }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={Maximize2} label={t('exports.enlarge')} onClick={() => setOpen(true)} />
      {isOpen && (
        <Dialog title={file.path} wide onClose={() => setOpen(false)}>
          <div className="exports-large">
            <Picture file={file} />
          </div>
        </Dialog>
      )}
    </>
  );
}

/** The ways in which a file can be looked at, the best first. */
function viewsOf({ path, file, old }: Listed): readonly View[] {
  const views: View[] = [];
  if (file && (endingOf(path) === 'mmd' || endingOf(path) in IMAGES)) views.push('picture');
  if (file ? !file.encoding : old?.text !== null) views.push('text');
  if (file && !file.encoding && typeof old?.text === 'string') views.push('changes');
  return views;
}

function NotShown({ listed: { path, file } }: { listed: Listed }) {
  if (!file) return <p className="field-note">{t('exports.notText')}</p>;
  return (
    <p className="field-note">
      {endingOf(path) === 'pdf'
        ? t('exports.pdfNotShown', { size: sizeKiB(file.text) })
        : t('exports.bytesNotShown', { size: sizeKiB(file.text) })}
    </p>
  );
}

function Content({ listed, view }: { listed: Listed; view: View | undefined }): ReactNode {
  const { path, file, old } = listed;
  const text = file?.text ?? old?.text ?? '';
  switch (view) {
    case undefined:
      return <NotShown listed={listed} />;
    case 'picture':
      return file && <Picture file={file} />;
    case 'text':
      return <FileText path={path} text={text} />;
    case 'changes':
      return <Changes path={path} before={old?.text ?? ''} after={text} />;
  }
}

interface FileViewProps {
  readonly listed: Listed;
  /** What the person asked for last, of any file. */
  readonly wanted: View | null;
  readonly onWant: (view: View) => void;
  /** There are several files, and this one can be copied by itself. */
  readonly copies: boolean;
}

export function FileView({ listed, wanted, onWant, copies }: FileViewProps) {
  const views = viewsOf(listed);
  const view = views.find((one) => one === wanted) ?? views[0];
  const text = listed.file?.encoding ? null : (listed.file?.text ?? null);
  const note = listed.old && listed.old.state !== 'same' ? t(`exports.stateNotes.${listed.old.state}`) : null;
  return (
    <>
      <div className="exports-views">
        {views.length > 1 && (
          <div className="exports-view-choice" role="group" aria-label={t('exports.previewAs')}>
            {views.map((one) => (
              <button key={one} type="button" aria-pressed={one === view} onClick={() => onWant(one)}>
                {t(`exports.${one}`)}
              </button>
            ))}
          </div>
        )}
        <span className="exports-gap" />
        {view === 'picture' && listed.file && <Enlarge file={listed.file} />}
        {copies && text !== null && <CopyButton text={text} label={t('exports.copy')} />}
      </div>
      {note !== null && <p className="exports-state-note">{note}</p>}
      <Content listed={listed} view={view} />
    </>
  );
}
