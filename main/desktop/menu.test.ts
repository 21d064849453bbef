import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/commands/command.ts';
import { menuTemplate } from './menu.ts';

const command = (id: string, menu: Command['menu'], keys?: readonly string[]): Command => ({
  id,
  menu,
  ...(keys && { keys }),
  run: () => undefined,
});
const commands = [command('file.save', 'file', ['Mod+S']), command('edit.undo', 'edit'), command('x.hidden', null)];

function drawn(platform: NodeJS.Platform) {
  const chosen: string[] = [];
  const template = menuTemplate(commands, {
    platform,
    withTools: false,
    language: 'en',
    shortcuts: { 'edit.undo': ['Mod+U'] },
    choose: (id) => chosen.push(id),
  });
  return { template, chosen };
}

describe('the menu', () => {
  it('has each command under its menu, with its keys shown but left to the window', () => {
    const { template } = drawn('linux');
    expect(template.map((menu) => menu.label)).toEqual(['File', 'Edit', 'View']);
    const [file] = template;
    expect((file?.submenu as object[])[0]).toMatchObject({
      id: 'file.save',
      label: 'Save',
      accelerator: 'CmdOrCtrl+S',
      registerAccelerator: false,
    });
    expect(JSON.stringify(template)).not.toContain('x.hidden');
    expect((template[1]?.submenu as object[])[0]).toMatchObject({ label: 'Undo', accelerator: 'CmdOrCtrl+U' });
  });

  it('sends what is chosen to the window', () => {
    const { template, chosen } = drawn('linux');
    const [file] = template;
    const [save] = file?.submenu as { click: () => void }[];
    save?.click();
    expect(chosen).toEqual(['file.save']);
  });

  it('speaks the language of the window', () => {
    const options = {
      platform: 'linux',
      withTools: false,
      language: 'de',
      shortcuts: {},
      choose: () => undefined,
    } as const;
    const [file] = menuTemplate(commands, options);
    expect([file?.label, (file?.submenu as object[])[0]]).toMatchObject(['Datei', { label: 'Speichern' }]);
  });

  it('has what a Mac expects', () => {
    const { template } = drawn('darwin');
    expect(template.map((menu) => menu.role ?? menu.label)).toEqual(['appMenu', 'File', 'Edit', 'View', 'windowMenu']);
  });
});
