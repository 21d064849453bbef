// Every command under its title, found by typing: the dialog "Commands".
import { Command as Cmdk } from 'cmdk';
import type { Command } from '../../../src/commands/command.ts';
import { commandContext } from '../../commands/context.ts';
import { shownKeys } from '../../commands/keys.ts';
import { allCommands, runCommand } from '../../commands/run-command.ts';
import { nameOf } from '../../../src/model/graph.ts';
import { canvasStore } from '../../state/canvas.ts';
import { closeDialog, showTab } from '../../state/panels.ts';
import { select } from '../../state/selection.ts';
import { KindIcon } from '../../theme/KindIcon.tsx';
import { Picker } from './Picker.tsx';

/** After the dialog is gone, so that what the command opens or focuses is not closed or lost with it. */
function choose(command: Command): void {
  closeDialog();
  setTimeout(() => runCommand(command));
}

function goTo(id: string): void {
  select({ components: [id] });
  showTab('design');
  canvasStore.getState().viewport?.reveal([id]);
}

export function CommandPalette() {
  const context = commandContext();
  return (
    <Picker title="Commands" placeholder="Find or do anything">
      {allCommands().map((command) => (
        <Cmdk.Item
          key={command.id}
          className="picker-item"
          value={command.title}
          keywords={[...(command.words ?? [])]}
          disabled={!(command.enabled?.(context) ?? true)}
          onSelect={() => choose(command)}
        >
          <span className="picker-item-title">{command.title}</span>
          {command.keys?.[0] !== undefined && <kbd aria-hidden="true">{shownKeys(command.keys[0])}</kbd>}
        </Cmdk.Item>
      ))}
      {context.design.components.map((component) => (
        <Cmdk.Item
          key={`go ${component.id}`}
          className="picker-item"
          value={`Go to ${nameOf(component)} ${component.id}`}
          onSelect={() => {
            closeDialog();
            goTo(component.id);
          }}
        >
          <span className="picker-item-title">Go to {nameOf(component)}</span>
          <KindIcon kind={component.kind} />
        </Cmdk.Item>
      ))}
    </Picker>
  );
}
