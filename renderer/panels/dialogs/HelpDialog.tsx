// The help page: commands with their shortcuts, what the pointer does, and the terms of queueing theory.
import { commands } from '../../../src/commands/index.ts';
import { shownKeys } from '../../commands/keys.ts';
import { closeDialog } from '../../state/panels.ts';
import { useSession } from '../../state/session.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { glossary } from '../../theme/glossary.ts';

const GESTURES: readonly (readonly [what: string, how: string])[] = [
  ['Add a component', 'Click its kind in the palette, press Enter on it, or drag it to the canvas'],
  ['Connect', 'Drag from a dot on the edge of a card to another card, or press C'],
  ['Move', 'Drag; with Alt on a finer grid; arrow keys, with Shift in larger steps'],
  ['Select several', 'Shift and click, or Shift and drag an area'],
  ['Rename', 'Double-click, or F2'],
  ['Move the view', 'Drag the background; scroll to zoom'],
  ['Walk through the canvas', 'Tab; Enter selects, Escape deselects'],
];

function Commands() {
  return (
    <table className="help-table">
      <tbody>
        {commands
          .filter(({ keys }) => keys !== undefined)
          .map(({ id, title, keys }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>
                {keys?.map((combination) => (
                  <kbd key={combination}>{shownKeys(combination)}</kbd>
                ))}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

export function HelpDialog() {
  const version = useSession((state) => state.version);
  return (
    <Dialog title="Help" wide onClose={closeDialog}>
      <div className="help" tabIndex={0} role="group" aria-label="Help page">
        <section>
          <h3>Commands and shortcuts</h3>
          <Commands />
        </section>
        <section>
          <h3>On the canvas</h3>
          <dl className="help-list">
            {GESTURES.map(([what, how]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{how}</dd>
              </div>
            ))}
          </dl>
          <h3>Terms</h3>
          <dl className="help-list">
            {Object.values(glossary).map(({ title, meaning }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <p className="dialog-text">Spandrel {version}. The canvas is drawn with React Flow.</p>
        </section>
      </div>
    </Dialog>
  );
}
