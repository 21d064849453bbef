// Entry of the desktop app. With a verb of the `spandrel` command it is that command, and no window opens.
import { app, dialog } from 'electron';
import { processIo } from './cli/io.ts';
import { runCli } from './cli/run.ts';
import { isVerbCall, ownArguments } from './desktop/arguments.ts';
import { runDesktop } from './desktop/app.ts';
import { createDefectLog } from './files/defect-log.ts';

const args = ownArguments(process.argv, app.isPackaged);
if (isVerbCall(args)) {
  void runCli(args, processIo()).then((code) => {
    app.exit(code);
  });
} else {
  // What breaks in a callback reaches no caller; the window goes on, so that unsaved work can be saved.
  process.on('uncaughtException', (error) => {
    const { number, file } = createDefectLog()(error, 'running the desktop app');
    dialog.showErrorBox('Spandrel', `This is a defect of Spandrel itself, number ${number}. ${file ?? ''}`);
  });
  runDesktop(args, process.env['INIT_CWD'] ?? process.cwd());
}
