// What the colours of the canvas tell, chosen here, and the legend of what they mean.
import { CANVAS_VIEWS, type CanvasView } from '../../src/commands/command.ts';
import { useDocument } from '../state/document.ts';
import { shownRun, useResults } from '../state/results.ts';
import { useReplay } from '../state/replay.ts';
import { showView, useViews } from '../state/views.ts';
import { t } from '../texts.ts';
import { Select } from '../theme/Select.tsx';
import { isResultView, legendOf } from './views.ts';

function Legend({ view }: { readonly view: CanvasView }) {
  const design = useDocument((state) => state.design);
  const result = useResults((state) => shownRun(state)?.result ?? null);
  const isReplaying = useReplay((replay) => replay !== null);
  if (view === 'family') return null;
  const entries = legendOf(view, design, result);
  const note = noteOf(view, entries.length, result !== null, isReplaying);
  return (
    <div className="canvas-legend">
      {entries.length > 0 && (
        <ul aria-label={t('views.legend')}>
          {entries.map(({ level, text }) => (
            <li key={text}>
              <span className={`canvas-legend-swatch canvas-tone-${level}`} aria-hidden="true" />
              {text}
            </li>
          ))}
        </ul>
      )}
      {note !== null && <p className="canvas-legend-note">{note}</p>}
    </div>
  );
}

function noteOf(view: CanvasView, entries: number, hasResult: boolean, isReplaying: boolean): string | null {
  if (isResultView(view) && !hasResult) return t('views.noResult');
  if (isReplaying && isResultView(view) && view !== 'utilisation') return t('views.wholeRun');
  if (entries === 0 && view === 'group') return t('views.noGroups');
  if (entries === 0 && view === 'protocol') return t('views.noProtocols');
  return null;
}

export function ViewBar() {
  const view = useViews((state) => state.view);
  const choices = CANVAS_VIEWS.map((value) => ({ value, label: t(`views.by.${value}`) }));
  return (
    <div className="canvas-view">
      <Select
        label={t('views.colourBy')}
        className="canvas-view-select"
        value={view}
        choices={choices}
        onChoose={(value) => showView(value as CanvasView)}
      />
      <Legend view={view} />
    </div>
  );
}
