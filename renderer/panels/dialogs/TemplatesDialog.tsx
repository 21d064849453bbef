// The gallery of starter designs: filtered by pattern, walked with the arrow keys, opened in a tab.
import { useState, type KeyboardEvent } from 'react';
import { newFromTemplate } from '../../commands/file-actions.ts';
import { closeDialog } from '../../state/panels.ts';
import { useSession } from '../../state/session.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { Segmented } from '../../theme/Segmented.tsx';
import { t } from '../../texts.ts';
import { patternTitle, TemplateCard } from './TemplateCard.tsx';
import { useTemplateDesigns } from './template-designs.ts';

const ALL = 'all';

function choose(id: string): void {
  closeDialog();
  newFromTemplate(id);
}

/** Arrow keys go from card to card; up and down to the nearest one of the next row. */
function onKey(event: KeyboardEvent<HTMLElement>): void {
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('.template')];
  const index = cards.findIndex((card) => card === event.target);
  const first = cards[0];
  if (index < 0 || !first) return;
  const columns = cards.filter((card) => card.offsetTop === first.offsetTop).length;
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  cards[index + step]?.focus();
}

export function TemplatesDialog() {
  const templates = useSession((state) => state.templates);
  const designs = useTemplateDesigns(templates);
  const [pattern, setPattern] = useState(ALL);
  const patterns = [...new Set(templates.map((template) => template.pattern))].sort();
  const shown = templates.filter((template) => pattern === ALL || template.pattern === pattern);
  return (
    <Dialog title={t('dialogs.templates')} wide onClose={closeDialog}>
      <span className="templates-patterns">
        <Segmented
          label={t('dialogs.pattern')}
          value={pattern}
          choices={[
            { value: ALL, label: t('dialogs.patterns.all') },
            ...patterns.map((value) => ({ value, label: patternTitle(value) })),
          ]}
          onChoose={setPattern}
        />
      </span>
      <ul className="templates" onKeyDown={onKey}>
        {shown.map((template) => (
          <li key={template.id}>
            <TemplateCard template={template} design={designs.get(template.id)} onChoose={() => choose(template.id)} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
