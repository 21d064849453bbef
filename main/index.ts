// Entry of the desktop app. With a verb of the `spandrel` command it is that command, and no window opens.
import { app } from 'electron';
import { processIo } from './cli/io.ts';
import { runCli } from './cli/run.ts';
import { isVerbCall, ownArguments } from './desktop/arguments.ts';
import { runDesktop } from './desktop/app.ts';

const args = ownArguments(process.argv, app.isPackaged);
if (isVerbCall(args)) {
  void runCli(args, processIo()).then((code) => {
    app.exit(code);
  });
} else {
  runDesktop(args, process.env['INIT_CWD'] ?? process.cwd());
}
