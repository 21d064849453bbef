// Entry of the `spandrel` command.
import { processIo } from './cli/io.ts';
import { runCli } from './cli/run.ts';

// Not process.exit: what was written to a pipe must still get through it.
process.exitCode = await runCli(process.argv.slice(2), processIo());
