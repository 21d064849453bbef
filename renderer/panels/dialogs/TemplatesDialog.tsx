// The starter designs with their pattern, what they show, and a small picture drawn from each design.
import { useEffect, useState } from 'react';
import { readDesign } from '../../../src/model/read.ts';
import type { Design } from '../../../src/model/design.ts';
import { newFromTemplate } from '../../commands/file-actions.ts';
import { start } from '../../commands/defects.ts';
import { host } from '../../host.ts';
import { closeDialog } from '../../state/panels.ts';
import { useSession, type TemplateInfo } from '../../state/session.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { DesignPicture } from './DesignPicture.tsx';

/** The designs behind the templates, as they arrive. */
function useDesigns(templates: readonly TemplateInfo[]): ReadonlyMap<string, Design> {
  const [designs, setDesigns] = useState<ReadonlyMap<string, Design>>(new Map());
  useEffect(() => {
    let isGone = false;
    for (const { id } of templates) {
      start(async () => {
        const outcome = await host.call('templates.read', { id });
        const design = outcome.ok ? readDesign(outcome.value.text) : null;
        if (!isGone && design?.ok) setDesigns((known) => new Map(known).set(id, design.value));
      });
    }
    return () => {
      isGone = true;
    };
  }, [templates]);
  return designs;
}

function choose(id: string): void {
  closeDialog();
  newFromTemplate(id);
}

export function TemplatesDialog() {
  const templates = useSession((state) => state.templates);
  const designs = useDesigns(templates);
  return (
    <Dialog title="New from template" wide onClose={closeDialog}>
      <ul className="templates">
        {templates.map(({ id, name, pattern, description }) => {
          const design = designs.get(id);
          return (
            <li key={id}>
              <button type="button" className="template" onClick={() => choose(id)}>
                <span className="template-picture">{design && <DesignPicture design={design} />}</span>
                <span className="template-name">{name}</span>
                <span className="template-pattern">{pattern}</span>
                <span className="template-text">{description}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
