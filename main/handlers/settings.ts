// The calls about what is remembered for every window: what the person chose, and the files opened and saved last.
import { basename } from 'node:path';
import type { Handlers } from '../../src/ipc/contract.ts';
import { changeSettings, readSettings } from '../files/settings.ts';
import type { Ports } from '../window/ports.ts';

type SettingsHandlers = Pick<
  Handlers,
  'settings.read' | 'settings.write' | 'recent.list' | 'recent.add' | 'recent.forget'
>;

const MOST_RECENT = 12;

export function settingsHandlers({ access, shell }: Pick<Ports, 'access' | 'shell'>): SettingsHandlers {
  async function changeRecent(name: string, change: (path: string, others: readonly string[]) => string[]) {
    const path = await access.toRead(name);
    if (!path.ok) return {};
    await changeSettings((settings) => {
      const others = (settings.recent ?? []).filter((other) => other !== path.value);
      return { ...settings, recent: change(path.value, others) };
    });
    return {};
  }

  return {
    'settings.read': async () => (await readSettings()).chosen ?? {},
    'settings.write': async (input) => {
      const settings = await changeSettings((before) => ({ ...before, chosen: { ...before.chosen, ...input } }));
      shell.settingsChanged(settings.chosen ?? {});
      return {};
    },
    'recent.list': async () => {
      const { recent = [] } = await readSettings();
      const listed = await Promise.all(recent.map((path) => access.recent(path)));
      return listed.filter((name) => name !== null).map((path) => ({ path, name: basename(path) }));
    },
    'recent.add': ({ path }) => changeRecent(path, (added, others) => [added, ...others].slice(0, MOST_RECENT)),
    'recent.forget': ({ path }) => changeRecent(path, (_gone, others) => [...others]),
  };
}
