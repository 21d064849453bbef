// What happens once, at the start of the window: asking the host what to open, and listening to it, to the keyboard and
// to the stores from then on.
import { openGiven, openText, UNSAVED_FILE } from './commands/file-actions.ts';
import { logDefect, reportDefect, start } from './commands/defects.ts';
import { onTyping, onWindowKey, runCommandById } from './commands/run-command.ts';
import { listenToProgress } from './commands/simulation-actions.ts';
import { listenToStudies } from './commands/study-actions.ts';
import { guardEveryTab } from './commands/tab-actions.ts';
import { followRecent, readRecent } from './commands/recent-files.ts';
import { offerTour } from './commands/tour.ts';
import { simulateOnEdits } from './commands/simulate-on-edit.ts';
import { placeNewcomers } from './canvas/arranging.ts';
import { flushAutosave, startAutosave, wouldLose } from './recovery/autosave.ts';
import { restoreLeftWork } from './recovery/restore.ts';
import { startTimedVersions } from './recovery/timed-versions.ts';
import { watchFiles } from './recovery/watching.ts';
import { listenToClipboard } from './canvas/clipboard.ts';
import { offerRenderCounts } from './canvas/render-counts.ts';
import { documentStore, isDirty, type DocumentState } from './state/document.ts';
import { openDialog } from './state/panels.ts';
import { pruneSelection } from './state/selection.ts';
import { rememberPanels } from './state/remember.ts';
import { sessionStore } from './state/session.ts';
import { tabsStore, unsavedTabs } from './state/tabs.ts';
import { host } from './host.ts';
import { t } from './texts.ts';

export function titleOf(state: DocumentState): string {
  return `${isDirty(state) ? '• ' : ''}${state.design.name} - Spandrel`;
}

/** The title of the page and the host's window follow the document that is shown; unsaved work may be in any tab. */
function followTitle(): void {
  let told = '';
  const tell = (): void => {
    const title = tabsStore.getState().tabs.length === 0 ? 'Spandrel' : titleOf(documentStore.getState());
    const dirty = unsavedTabs().length > 0;
    if (`${title} ${dirty}` === told) return;
    told = `${title} ${dirty}`;
    document.title = title;
    host.call('window.state', { title, dirty }).catch(() => undefined);
  };
  documentStore.subscribe(tell);
  tabsStore.subscribe(tell);
  tell();
}

function listenToHost(): void {
  listenToProgress();
  listenToStudies();
  host.on('menu.command', ({ id }) => runCommandById(id));
  host.on('file.open', ({ path }) => openGiven(path));
  host.on('window.closing', () => start(closeWindow));
}

/** Unsaved work is kept and comes back at the next start; only where it cannot be kept is it asked for. */
async function closeWindow(): Promise<void> {
  const close = (): void => start(async () => void (await host.call('window.close', {})));
  await flushAutosave();
  if (wouldLose()) guardEveryTab(close);
  else close();
}

function listenToWindow(): void {
  window.addEventListener('keydown', onWindowKey);
  for (const name of ['input', 'focusout'] as const) window.addEventListener(name, onTyping);
  window.addEventListener('error', (event) => {
    // Only says that sizes are measured in the next frame, as they are where a thousand cards come into sight at once.
    if (event.message.startsWith('ResizeObserver loop')) return;
    start(() => reportDefect(event.error ?? event.message));
  });
  window.addEventListener('unhandledrejection', (event) => start(() => reportDefect(event.reason)));
  window.addEventListener('beforeunload', (event) => {
    // The desktop's own window asks for itself, with words.
    if (sessionStore.getState().host === 'loopback' && wouldLose()) event.preventDefault();
  });
}

async function openFirst(): Promise<void> {
  const { open, problem, ...session } = await host.call('app.start', {});
  const templates = await host.call('templates.list', {});
  sessionStore.setState({ ...session, templates });
  if (open) {
    const { path, hash, readOnly } = open;
    openText(open.text, path === null ? UNSAVED_FILE : { path, hash, readOnly }, path ?? t('shell.example'));
  }
  if (problem.length > 0) openDialog({ kind: 'problem', title: t('shell.fileNotOpened'), findings: problem });
  await readRecent();
  if (!session.readOnly) await restoreLeftWork(open?.path ?? null);
  sessionStore.setState({ isReady: true });
  // Whoever hands over a file knows what to do with it.
  if (open?.path === null && problem.length === 0) offerTour();
}

export function startWindow(): void {
  rememberPanels();
  followTitle();
  listenToHost();
  listenToWindow();
  listenToClipboard();
  placeNewcomers();
  startAutosave();
  watchFiles();
  startTimedVersions();
  followRecent();
  simulateOnEdits();
  offerRenderCounts();
  documentStore.subscribe(({ design }) => pruneSelection(design));
  openFirst().catch((thrown: unknown) => {
    void logDefect(thrown);
    openDialog({
      kind: 'problem',
      title: t('shell.notStarted'),
      findings: [
        {
          rule: 'no-host',
          severity: 'error',
          path: '',
          message: thrown instanceof Error ? thrown.message : String(thrown),
          mend: t('shell.startAgain'),
        },
      ],
    });
  });
}
