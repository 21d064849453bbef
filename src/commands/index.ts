// The list of commands: native menu, palette, shortcuts and the help page are drawn from it, in this order.
import type { Command } from './command.ts';
import { arrangeCommands } from './arrange.ts';
import { componentCommands } from './components.ts';
import { connectionCommands } from './connections.ts';
import { editCommands } from './edit.ts';
import { exportCommands } from './exports.ts';
import { fileCommands } from './file.ts';
import { helpCommands } from './help.ts';
import { selectCommands } from './select.ts';
import { simulateCommands } from './simulate.ts';
import { viewCommands } from './view.ts';

export const commands: readonly Command[] = [
  ...fileCommands,
  ...editCommands,
  ...selectCommands,
  ...arrangeCommands,
  ...connectionCommands,
  ...viewCommands,
  ...simulateCommands,
  ...exportCommands,
  ...componentCommands,
  ...helpCommands,
];
