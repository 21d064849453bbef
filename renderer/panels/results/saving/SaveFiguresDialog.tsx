// What of the shown run can be saved: tables, charts, and a report of it all.
import { useState } from 'react';
import { closeDialog } from '../../../state/panels.ts';
import { shownRun, useResults, type Run } from '../../../state/results.ts';
import { selectionStore } from '../../../state/selection.ts';
import { t } from '../../../texts.ts';
import { Button } from '../../../theme/Button.tsx';
import { Dialog } from '../../../theme/Dialog.tsx';
import { Segmented } from '../../../theme/Segmented.tsx';
import { pngOf } from './png.ts';
import { savablePictures, savableTables, type PictureLook } from './savable.ts';
import { saveAs, saveReport } from './save.ts';

interface RowProps {
  readonly title: string;
  readonly formats: readonly { readonly name: string; readonly save: () => void }[];
}

function Row({ title, formats }: RowProps) {
  return (
    <li className="saving-row">
      <span>{title}</span>
      {formats.map(({ name, save }) => (
        <Button
          key={name}
          aria-label={t('results.saveWhat', { what: title, format: name })}
          onClick={() => {
            closeDialog();
            save();
          }}
        >
          {name}
        </Button>
      ))}
    </li>
  );
}

function Pictures({ run }: { readonly run: Run }) {
  const [look, setLook] = useState<PictureLook>('light');
  const pictures = savablePictures(run, selectionStore.getState().components);
  return (
    <section>
      <div className="saving-head">
        <h3>{t('results.charts')}</h3>
        <Segmented
          label={t('results.pictureLook')}
          value={look}
          choices={[
            { value: 'light', label: t('results.light') },
            { value: 'dark', label: t('results.dark') },
          ]}
          onChoose={setLook}
        />
      </div>
      <ul>
        {pictures.map(({ key, title, draw }) => (
          <Row
            key={key}
            title={title}
            formats={[
              {
                name: 'SVG',
                save: () => saveAs(run, { what: key, ending: 'svg', title }, () => ({ text: draw(look).svg })),
              },
              {
                name: 'PNG',
                save: () =>
                  saveAs(run, { what: key, ending: 'png', title }, async () => ({
                    text: await pngOf(draw(look)),
                    encoding: 'base64' as const,
                  })),
              },
            ]}
          />
        ))}
      </ul>
    </section>
  );
}

export function SaveFiguresDialog() {
  const run = useResults(shownRun);
  if (!run) return null;
  return (
    <Dialog title={t('results.saveFigures')} text={t('results.saveFiguresText')} onClose={closeDialog}>
      <div className="saving">
        <section>
          <h3>{t('results.wholeReport')}</h3>
          <ul>
            <Row
              title={t('results.report')}
              formats={[{ name: 'HTML', save: () => saveReport(run, t('results.report')) }]}
            />
          </ul>
        </section>
        <section>
          <h3>{t('results.tables')}</h3>
          <ul>
            {savableTables(run).map(({ key, title, text }) => (
              <Row
                key={key}
                title={title}
                formats={[
                  {
                    name: 'CSV',
                    save: () => saveAs(run, { what: key, ending: 'csv', title }, () => ({ text: text() })),
                  },
                ]}
              />
            ))}
          </ul>
        </section>
        <Pictures run={run} />
      </div>
    </Dialog>
  );
}
