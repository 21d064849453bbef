// The commands with their keys: a press on the keys waits for others, says whose they are, and takes them.
import { RotateCcw } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { commands } from '../../../src/commands/index.ts';
import type { Command } from '../../../src/commands/command.ts';
import { keysOf, titleOf } from '../../commands/command-texts.ts';
import { combinationOf, shownKeys } from '../../commands/keys.ts';
import { giveKeys, isUsable, ownerOf, resetAllKeys, resetKeys } from '../../commands/shortcuts.ts';
import { useSettings } from '../../state/settings.ts';
import { Button } from '../../theme/Button.tsx';
import { t } from '../../texts.ts';

/** What was pressed and cannot simply be had. */
interface Pending {
  readonly keys: string;
  readonly owner: Command | null;
}

interface KeysFieldProps {
  readonly command: Command;
  readonly onDone: () => void;
}

/** Takes the next combination that is pressed. */
function KeysField({ command, onDone }: KeysFieldProps) {
  const [pending, setPending] = useState<Pending | null>(null);
  const take = (keys: string | null): void => {
    giveKeys(command, keys);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const keys = combinationOf(event);
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Backspace') take(null);
    else if (keys !== null) {
      const owner = ownerOf(keys, command.id);
      if (owner === null && isUsable(keys)) take(keys);
      else setPending({ keys, owner });
    }
  };
  return (
    <span className="keys-field">
      <input
        className="text-input"
        aria-label={t('settings.change', { title: titleOf(command) })}
        placeholder={t('settings.press')}
        value={pending ? (shownKeys(pending.keys) ?? '') : ''}
        readOnly
        data-takes-escape=""
        autoFocus
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (!event.currentTarget.parentElement?.contains(event.relatedTarget)) onDone();
        }}
      />
      <span className="keys-note" role="status">
        {pending === null
          ? t('settings.pressHint')
          : pending.owner && isUsable(pending.keys)
            ? t('settings.taken', { keys: shownKeys(pending.keys), title: titleOf(pending.owner) })
            : t('settings.needsModifier', { keys: shownKeys(pending.keys) })}
      </span>
      {pending?.owner && isUsable(pending.keys) && (
        <Button onClick={() => take(pending.keys)}>{t('settings.takeAnyway')}</Button>
      )}
    </span>
  );
}

interface RowProps {
  readonly command: Command;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onDone: () => void;
}

function Row({ command, isOpen, onOpen, onDone }: RowProps) {
  const isChanged = useSettings((state) => state.shortcuts[command.id] !== undefined);
  const title = titleOf(command);
  const keys = keysOf(command);
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>
        {isOpen ? (
          <KeysField command={command} onDone={onDone} />
        ) : (
          <button type="button" className="keys" aria-label={t('settings.change', { title })} onClick={onOpen}>
            {keys.length === 0 && <span className="keys-none">{t('settings.none')}</span>}
            {keys.map((combination) => (
              <kbd key={combination}>{shownKeys(combination)}</kbd>
            ))}
          </button>
        )}
      </td>
      <td className="keys-reset">
        {isChanged && (
          <Button
            look="quiet"
            icon={RotateCcw}
            aria-label={t('settings.reset', { title })}
            onClick={() => resetKeys(command)}
          />
        )}
      </td>
    </tr>
  );
}

export function ShortcutTable() {
  const shortcuts = useSettings((state) => state.shortcuts);
  const [query, setQuery] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const wanted = query.trim().toLowerCase();
  const shown = commands.filter(
    (command) => command.textId !== 'component' && titleOf(command).toLowerCase().includes(wanted),
  );
  return (
    <section className="shortcuts" aria-label={t('settings.shortcuts')}>
      <div className="shortcuts-head">
        <h3>{t('settings.shortcuts')}</h3>
        <input
          className="text-input"
          type="search"
          aria-label={t('settings.find')}
          placeholder={t('settings.find')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <Button disabled={Object.keys(shortcuts).length === 0} onClick={resetAllKeys}>
          {t('settings.resetAll')}
        </Button>
      </div>
      <table className="shortcuts-table">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('settings.command')}</th>
            <th scope="col">{t('settings.keys')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((command) => (
            <Row
              key={command.id}
              command={command}
              isOpen={openId === command.id}
              onOpen={() => setOpenId(command.id)}
              onDone={() => setOpenId(null)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
