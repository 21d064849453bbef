// The help page: every command with its keys and a sentence, what the pointer does, and the terms of queueing theory.
import { commands } from '../../../src/commands/index.ts';
import type { Command } from '../../../src/commands/command.ts';
import { helpOf, keysOf, shownKeysOfId, titleOf } from '../../commands/command-texts.ts';
import { shownKeys } from '../../commands/keys.ts';
import { closeDialog } from '../../state/panels.ts';
import { useSession } from '../../state/session.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { terms } from '../../theme/glossary.ts';
import { t } from '../../texts.ts';

const GESTURES = ['add', 'connect', 'move', 'several', 'rename', 'view', 'walk'] as const;
const MENUS = ['file', 'edit', 'view', 'simulate', 'export', 'help'] as const satisfies readonly Command['menu'][];

/** How a gesture is done by key, where there is a command for it. */
const COMMAND_OF: Readonly<Record<string, string>> = { connect: 'edit.connect', rename: 'edit.rename' };

function keysOfGesture(gesture: string): string {
  const id = COMMAND_OF[gesture];
  return (id !== undefined && shownKeysOfId(id)) || '';
}

function CommandRow({ command }: { readonly command: Command }) {
  return (
    <tr>
      <th scope="row">
        <span className="help-title">{titleOf(command)}</span>
        <span className="help-text">{helpOf(command)}</span>
      </th>
      <td>
        {keysOf(command).map((keys) => (
          <kbd key={keys}>{shownKeys(keys)}</kbd>
        ))}
      </td>
    </tr>
  );
}

function Commands() {
  return MENUS.map((menu) => (
    <table key={menu} className="help-table">
      <caption>{t(`shell.menus.${menu}`)}</caption>
      <tbody>
        {commands
          .filter((command) => command.menu === menu)
          .map((command) => (
            <CommandRow key={command.id} command={command} />
          ))}
      </tbody>
    </table>
  ));
}

interface EntryProps {
  readonly what: string;
  readonly text: string;
}

function Entry({ what, text }: EntryProps) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>{text}</dd>
    </div>
  );
}

export function HelpDialog() {
  const version = useSession((state) => state.version);
  return (
    <Dialog title={t('help.title')} wide onClose={closeDialog}>
      <div className="help" tabIndex={0} role="group" aria-label={t('help.page')}>
        <section>
          <h3>{t('help.commands')}</h3>
          <Commands />
        </section>
        <section>
          <h3>{t('help.onCanvas')}</h3>
          <dl className="help-list">
            {GESTURES.map((gesture) => (
              <Entry
                key={gesture}
                what={t(`help.gestures.${gesture}.what`)}
                text={t(`help.gestures.${gesture}.how`, { keys: keysOfGesture(gesture) })}
              />
            ))}
          </dl>
          <h3>{t('help.terms')}</h3>
          <dl className="help-list">
            {terms.map((term) => (
              <Entry key={term} what={t(`help.glossary.${term}.title`)} text={t(`help.glossary.${term}.meaning`)} />
            ))}
          </dl>
          <p className="dialog-text">{t('help.footer', { version })}</p>
        </section>
      </div>
    </Dialog>
  );
}
