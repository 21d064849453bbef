// One command for each kind of component, so that whatever the palette adds can be added by typing its name.
import { kinds } from '../catalogue/index.ts';
import type { Command } from './command.ts';

export const componentCommands: readonly Command[] = kinds.map(({ key, title, help, family }) => ({
  id: `component.${key}`,
  textId: 'component',
  what: title,
  menu: null,
  words: [family, help],
  run: (context) => context.view.addComponent(key),
}));
