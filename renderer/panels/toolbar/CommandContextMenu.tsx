// A context menu: the commands that say they belong to what the pointer or the focus rests on.
import { ContextMenu as Radix } from 'radix-ui';
import { useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { commands } from '../../../src/commands/index.ts';
import type { Command, ContextName } from '../../../src/commands/command.ts';
import { commandContext } from '../../commands/context.ts';
import { runCommand } from '../../commands/run-command.ts';
import { MenuItems } from './MenuItems.tsx';

interface CommandContextMenuProps {
  readonly className?: string;
  /** Selects what lies under the pointer, and says what that is. */
  readonly prepare: (target: EventTarget) => ContextName;
  /** Gives the focus back before the command runs, so that what it opens can take it. */
  readonly onChosen?: () => void;
  /** The trigger is the one child itself, not a place around it. */
  readonly asChild?: boolean;
  readonly children: ReactNode;
}

function commandsFor(name: ContextName): readonly Command[] {
  const context = commandContext();
  return commands.filter(({ contexts, enabled }) => contexts?.includes(name) === true && (enabled?.(context) ?? true));
}

export function CommandContextMenu({ className, prepare, onChosen, asChild, children }: CommandContextMenuProps) {
  const [entries, setEntries] = useState<readonly Command[]>([]);
  const chosen = useRef<Command | null>(null);
  const runChosen = (event: Event): void => {
    const command = chosen.current;
    chosen.current = null;
    if (onChosen) {
      event.preventDefault();
      onChosen();
    }
    if (command) runCommand(command);
  };
  return (
    <Radix.Root>
      <Radix.Trigger
        {...(className !== undefined && { className })}
        {...(asChild !== undefined && { asChild })}
        onContextMenu={({ target }: MouseEvent) => setEntries(commandsFor(prepare(target)))}
      >
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="menu" collisionPadding={8} onCloseAutoFocus={runChosen}>
          <MenuItems as={Radix.Item} commands={entries} onChoose={(command) => (chosen.current = command)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
