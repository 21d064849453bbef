// Earlier versions of the open design, each with its time, what was done last, and its picture: one is chosen with the
// first click and restored with the second.
import { useEffect, useState } from 'react';
import { readDesign } from '../../../src/model/read.ts';
import type { CallOutput } from '../../../src/ipc/contract.ts';
import type { Design } from '../../../src/model/design.ts';
import { start } from '../../commands/defects.ts';
import { host } from '../../host.ts';
import { showMoment } from '../../recovery/moment.ts';
import { compareWith } from '../../state/comparison.ts';
import { documentStore, replaceDesign } from '../../state/document.ts';
import { closeDialog, notify, openDialog } from '../../state/panels.ts';
import { t } from '../../texts.ts';
import { Button } from '../../theme/Button.tsx';
import { Dialog } from '../../theme/Dialog.tsx';
import { DesignPicture } from '../dialogs/DesignPicture.tsx';
import './versions.css';

type Version = Extract<CallOutput<'versions.list'>, { ok: true }>['value'][number];

/** Null: cannot be read. */
type Designs = ReadonlyMap<string, Design | null>;

interface Known {
  readonly versions: readonly Version[] | null;
  readonly designs: Designs;
}

/** The versions, and then the design of each as it arrives, the newest first. */
function useVersions(): Known {
  const [known, setKnown] = useState<Known>({ versions: null, designs: new Map() });
  useEffect(() => {
    let isGone = false;
    const { documentId, file } = documentStore.getState();
    const of = { documentId, path: file.path };
    start(async () => {
      const list = await host.call('versions.list', of);
      const versions = list.ok ? list.value : [];
      if (!isGone) setKnown({ versions, designs: new Map() });
      for (const { id } of versions) {
        if (isGone) return;
        const read = await host.call('versions.read', { ...of, id });
        const design = read.ok ? readDesign(read.value.text) : read;
        if (isGone) return;
        setKnown(({ designs }) => ({ versions, designs: new Map(designs).set(id, design.ok ? design.value : null) }));
      }
    });
    return () => {
      isGone = true;
    };
  }, []);
  return known;
}

function whatWasDone({ label }: Version): string {
  return label === '' ? t('versions.asInFile') : t('versions.after', { what: label });
}

function restore({ at }: Version, design: Design | null | undefined): void {
  closeDialog();
  if (!design) {
    openDialog({ kind: 'problem', title: t('versions.cannotRead'), findings: [] });
    return;
  }
  const time = showMoment(at);
  replaceDesign(t('versions.step', { time }), design);
  notify('info', t('versions.restored', { time }), t('versions.restoredMore'));
}

function compare({ at }: Version, design: Design): void {
  closeDialog();
  compareWith(design, t('versions.of', { time: showMoment(at) }));
}

interface RowProps {
  readonly version: Version;
  readonly design: Design | null | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Row({ version, design, isChosen, onChoose }: RowProps) {
  return (
    <li>
      <button type="button" className="version" aria-pressed={isChosen} onClick={onChoose}>
        <span className="version-picture">{design && <DesignPicture design={design} />}</span>
        <span className="version-text">
          <strong>{showMoment(version.at)}</strong>
          <span>{whatWasDone(version)}</span>
          <span className="version-size">
            {design ? t('versions.components', { count: design.components.length }) : ' '}
          </span>
        </span>
      </button>
    </li>
  );
}

export function VersionsDialog() {
  const { versions, designs } = useVersions();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = versions?.find(({ id }) => id === chosenId) ?? null;
  const design = designs.get(chosenId ?? '');
  return (
    <Dialog
      title={t('versions.title')}
      text={versions?.length === 0 ? t('versions.none') : t('versions.text')}
      wide
      onClose={closeDialog}
      foot={
        <>
          <Button disabled={!chosen || !design} onClick={() => chosen && design && compare(chosen, design)}>
            {t('versions.compareWithNow')}
          </Button>
          <span className="dialog-gap" />
          <Button onClick={closeDialog}>{t('files.close')}</Button>
          <Button
            look="filled"
            disabled={!chosen || design === undefined}
            onClick={() => chosen && restore(chosen, design)}
          >
            {t('versions.restore')}
          </Button>
        </>
      }
    >
      <ul className="versions" aria-label={t('versions.list')}>
        {versions?.map((version) => (
          <Row
            key={version.id}
            version={version}
            design={designs.get(version.id)}
            isChosen={version.id === chosenId}
            onChoose={() => setChosenId(version.id)}
          />
        ))}
      </ul>
    </Dialog>
  );
}
