// What happens once, at the start of the window: asking the host what to open, and listening to it, to the keyboard and
// to the stores from then on.
import { closeDesign, guardUnsaved, openGiven, openText, UNSAVED_FILE } from './commands/file-actions.ts';
import { logDefect, reportDefect, start } from './commands/defects.ts';
import { onTyping, onWindowKey, runCommandById } from './commands/run-command.ts';
import { listenToProgress } from './commands/simulation-actions.ts';
import { placeNewcomers } from './canvas/arranging.ts';
import { offerRenderCounts } from './canvas/render-counts.ts';
import { documentStore, isDirty, type DocumentState } from './state/document.ts';
import { openDialog } from './state/panels.ts';
import { pruneSelection } from './state/selection.ts';
import { rememberPanels } from './state/remember.ts';
import { sessionStore } from './state/session.ts';
import { host } from './host.ts';

export function titleOf(state: DocumentState): string {
  return `${isDirty(state) ? '• ' : ''}${state.design.name} - Spandrel`;
}

/** The title of the page and the host's window follow the document. */
function followTitle(): void {
  let told = '';
  const tell = (state: DocumentState): void => {
    const title = titleOf(state);
    if (title === told) return;
    told = title;
    document.title = title;
    host.call('window.state', { title, dirty: isDirty(state) }).catch(() => undefined);
  };
  documentStore.subscribe(tell);
  tell(documentStore.getState());
}

function listenToHost(): void {
  listenToProgress();
  host.on('menu.command', ({ id }) => runCommandById(id));
  host.on('file.open', ({ path }) => openGiven(path));
  host.on('window.closing', () => guardUnsaved(() => start(async () => void (await host.call('window.close', {})))));
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
    if (sessionStore.getState().host === 'loopback' && isDirty(documentStore.getState())) event.preventDefault();
  });
  // A file let go beside the canvas would otherwise take the place of the window.
  for (const name of ['dragover', 'drop'] as const) window.addEventListener(name, (event) => event.preventDefault());
}

async function openFirst(): Promise<void> {
  const { open, problem, ...session } = await host.call('app.start', {});
  const templates = await host.call('templates.list', {});
  sessionStore.setState({ ...session, templates });
  if (open) {
    const { path, hash, readOnly } = open;
    openText(open.text, path === null ? UNSAVED_FILE : { path, hash, readOnly }, path ?? 'The example');
  } else closeDesign();
  if (problem.length > 0) openDialog({ kind: 'problem', title: 'The file cannot be opened', findings: problem });
  sessionStore.setState({ isReady: true });
}

export function startWindow(): void {
  rememberPanels();
  followTitle();
  listenToHost();
  listenToWindow();
  placeNewcomers();
  offerRenderCounts();
  documentStore.subscribe(({ design }) => pruneSelection(design));
  openFirst().catch((thrown: unknown) => {
    void logDefect(thrown);
    openDialog({
      kind: 'problem',
      title: 'Spandrel could not start',
      findings: [
        {
          rule: 'no-host',
          severity: 'error',
          path: '',
          message: thrown instanceof Error ? thrown.message : String(thrown),
          mend: 'start Spandrel again; if it stays like this, its log file says more',
        },
      ],
    });
  });
}
