// Every command under its title, found by typing, and whatever has a name of its own: components, recent files, templates.
import { Command as Cmdk } from 'cmdk';
import { commandText, type Command } from '../../../src/commands/command.ts';
import { commandContext } from '../../commands/context.ts';
import { helpOf, shownKeysOf, titleOf } from '../../commands/command-texts.ts';
import { allCommands, runCommand } from '../../commands/run-command.ts';
import { goToComponent } from '../../commands/window-actions.ts';
import { nameOf } from '../../../src/model/graph.ts';
import { closeDialog } from '../../state/panels.ts';
import { useSession } from '../../state/session.ts';
import { KindIcon } from '../../theme/KindIcon.tsx';
import { t } from '../../texts.ts';
import { Picker } from './Picker.tsx';

/** After the dialog is gone, so that what the command opens or focuses is not closed or lost with it. */
function choose(command: Command): void {
  closeDialog();
  setTimeout(() => runCommand(command));
}

/** A command is found by its English title too, whatever the language. */
function wordsOf(command: Command): string[] {
  return [...(command.words ?? []), commandText(command, 'en').title, helpOf(command)];
}

export function CommandPalette() {
  // The list of recent files may come or change while the palette is open.
  useSession((state) => state.recent);
  const context = commandContext();
  return (
    <Picker title={t('dialogs.commands')} placeholder={t('shell.findOrDo')}>
      {allCommands().map((command) => (
        <Cmdk.Item
          key={command.id}
          className="picker-item"
          value={command.textId === 'recent' ? command.id : titleOf(command)}
          keywords={wordsOf(command)}
          disabled={!(command.enabled?.(context) ?? true)}
          onSelect={() => choose(command)}
        >
          <span className="picker-item-title">{titleOf(command)}</span>
          {shownKeysOf(command) !== undefined && <kbd aria-hidden="true">{shownKeysOf(command)}</kbd>}
        </Cmdk.Item>
      ))}
      {context.design.components.map((component) => {
        const title = t('dialogs.goTo', { name: nameOf(component) });
        return (
          <Cmdk.Item
            key={`go ${component.id}`}
            className="picker-item"
            value={`${title} ${component.id}`}
            onSelect={() => {
              closeDialog();
              goToComponent(component.id);
            }}
          >
            <span className="picker-item-title">{title}</span>
            <KindIcon kind={component.kind} />
          </Cmdk.Item>
        );
      })}
    </Picker>
  );
}
