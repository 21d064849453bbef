import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { belongsToText, combinationOf, commandFor, matches, shownKeys, type KeyPress } from './keys.ts';

function press(key: string, rest: Partial<KeyPress> = {}): KeyPress {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key;
  return { key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...rest };
}

const ctrl = { ctrlKey: true };

describe('shortcuts', () => {
  it('Mod is Ctrl, and Cmd on a Mac', () => {
    expect(matches(press('s', ctrl), 'Mod+S', false)).toBe(true);
    expect(matches(press('s', ctrl), 'Mod+S', true)).toBe(false);
    expect(matches(press('s', { metaKey: true }), 'Mod+S', true)).toBe(true);
  });

  it('Shift tells save from save as, and undo from redo', () => {
    const found = [press('s', ctrl), press('S', { ...ctrl, shiftKey: true }), press('z', ctrl), press('y', ctrl)].map(
      (key) => commandFor(key, commands, undefined, false)?.id,
    );
    expect(found).toEqual(['file.save', 'file.saveAs', 'edit.undo', 'edit.redo']);
  });

  it('finds digits under Shift, and signs with or without it', () => {
    expect(matches(press(')', { ...ctrl, shiftKey: true, code: 'Digit0' }), 'Mod+Shift+0', false)).toBe(true);
    expect(matches(press('+', { ...ctrl, shiftKey: true, code: 'Equal' }), 'Mod++', false)).toBe(true);
    expect(matches(press('+', { ...ctrl, code: 'BracketRight' }), 'Mod++', false)).toBe(true);
  });

  it('reads a combination as a command would have it', () => {
    const read = (key: string, more = {}) => combinationOf(press(key, more), false);
    expect(read('Control', ctrl)).toBeNull();
    expect(read('z', { ...ctrl, code: 'KeyY' })).toBe('Mod+Z');
    expect(read('(', { ...ctrl, shiftKey: true, code: 'Digit8' })).toBe('Mod+Shift+8');
    expect(read('å', { altKey: true, code: 'KeyA' })).toBe('Alt+A');
    expect(read('+', { ...ctrl, shiftKey: true, code: 'Equal' })).toBe('Mod++');
    expect(read('F4', { shiftKey: true })).toBe('Shift+F4');
    expect(matches(press(' ', { ...ctrl, code: 'Space' }), read(' ', { ...ctrl, code: 'Space' }) ?? '', false)).toBe(
      true,
    );
  });

  it('every shortcut of the list leads to its own command', () => {
    for (const command of commands) {
      for (const keys of command.keys ?? []) {
        const parts = keys.split(/\+(?=.)/);
        const typed = press(parts.at(-1) ?? '', {
          ctrlKey: parts.includes('Mod') || parts.includes('Ctrl'),
          shiftKey: parts.includes('Shift'),
          altKey: parts.includes('Alt'),
        });
        expect(commandFor(typed, commands, undefined, false)?.id).toBe(command.id);
      }
    }
  });

  it('are shown as each system writes them', () => {
    expect([shownKeys('Mod+Shift+Z', false), shownKeys('Mod+Shift+Z', true), shownKeys('Mod++', false)]).toEqual([
      'Ctrl+Shift+Z',
      '⌘⇧Z',
      'Ctrl++',
    ]);
  });
});

describe('keys in a text field', () => {
  it('stay there when they write or move in the text', () => {
    const own = [press('c'), press('Delete'), press('a', ctrl), press('z', ctrl), press('ArrowLeft', ctrl)];
    expect(own.map((key) => belongsToText(key, true))).toEqual([true, true, true, true, true]);
  });

  it("undo is the design's once the text is taken", () => {
    expect([belongsToText(press('z', ctrl), true), belongsToText(press('z', ctrl), false)]).toEqual([true, false]);
    expect(belongsToText(press('z'), false)).toBe(true);
  });

  it('reach the window when they mean nothing in a text', () => {
    const others = [press('s', ctrl), press('k', ctrl), press('Enter', ctrl), press('F1'), press('1', ctrl)];
    expect(others.map((key) => belongsToText(key, true))).toEqual([false, false, false, false, false]);
  });
});
