// What an empty canvas says: what to do first, and the starter designs.
import { newFromTemplate } from '../commands/file-actions.ts';
import { openDialog } from '../state/panels.ts';
import { useSession } from '../state/session.ts';
import { Button } from '../theme/Button.tsx';

export function EmptyCanvas() {
  const templates = useSession((state) => state.templates);
  return (
    <div className="canvas-empty">
      <h2 className="canvas-empty-title">Start with a component, or with a design that runs</h2>
      <p className="canvas-empty-text">
        Click a kind in the palette to add it, or drag it here. Draw from the edge of one card to another to connect
        them.
      </p>
      <ul className="canvas-empty-templates">
        {templates.map(({ id, name }) => (
          <li key={id}>
            <Button onClick={() => newFromTemplate(id)}>{name}</Button>
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={() => openDialog({ kind: 'templates' })}>
        See all templates
      </Button>
    </div>
  );
}
