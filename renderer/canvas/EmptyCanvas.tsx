// What an empty canvas says: what to do first, and the starter designs.
import { newFromTemplate } from '../commands/file-actions.ts';
import { openDialog } from '../state/panels.ts';
import { useSession } from '../state/session.ts';
import { Button } from '../theme/Button.tsx';
import { said, t } from '../texts.ts';

export function EmptyCanvas() {
  const templates = useSession((state) => state.templates);
  return (
    <div className="canvas-empty">
      <h2 className="canvas-empty-title">{t('canvas.emptyTitle')}</h2>
      <p className="canvas-empty-text">{t('canvas.emptyText')}</p>
      <ul className="canvas-empty-templates">
        {templates.map(({ id, name }) => (
          <li key={id}>
            <Button onClick={() => newFromTemplate(id)}>{said(name)}</Button>
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={() => openDialog({ kind: 'templates' })}>
        {t('canvas.allTemplates')}
      </Button>
    </div>
  );
}
