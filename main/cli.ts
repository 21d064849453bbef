// Entry of the `spandrel` command.
import { EXIT } from './cli/exit.ts';
import { processIo } from './cli/io.ts';
import { withOpening } from './cli/opening.ts';
import { reportDefect, runCli } from './cli/run.ts';

const io = processIo();
const args = withOpening(process.argv.slice(2), io.folder);
// What breaks in a callback reaches no caller.
process.on('uncaughtException', (error) => {
  reportDefect(error, args, io);
  process.exit(EXIT.defect);
});
// Not process.exit: what was written to a pipe must still get through it.
process.exitCode = await runCli(args, io);
