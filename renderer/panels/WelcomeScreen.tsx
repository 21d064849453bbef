// What stands where no design is open: the patterns with pictures, the files opened last, and other ways to begin.
import { FilePlus2, FolderOpen, Footprints, LayoutGrid, RotateCcw } from 'lucide-react';
import { runCommandById } from '../commands/run-command.ts';
import { newFromTemplate } from '../commands/file-actions.ts';
import { openRecent } from '../commands/recent-files.ts';
import { useSession } from '../state/session.ts';
import { useTabs } from '../state/tabs.ts';
import { Button } from '../theme/Button.tsx';
import { t } from '../texts.ts';
import { TemplateCard } from './dialogs/TemplateCard.tsx';
import { useTemplateDesigns } from './dialogs/template-designs.ts';
import './welcome.css';

/** One template for each pattern of the contract, and the example that mixes them. */
const PATTERNS = ['example', 'layered', 'microservices', 'event-driven', 'modular-monolith'];

function Patterns() {
  const templates = useSession((state) => state.templates);
  const shown = PATTERNS.flatMap((id) => templates.find((template) => template.id === id) ?? []);
  const designs = useTemplateDesigns(templates);
  return (
    <section className="welcome-patterns" aria-labelledby="welcome-patterns">
      <h2 id="welcome-patterns">{t('welcome.patterns')}</h2>
      <ul className="templates">
        {shown.map((template) => (
          <li key={template.id}>
            <TemplateCard
              template={template}
              design={designs.get(template.id)}
              onChoose={() => newFromTemplate(template.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Recent() {
  const recent = useSession((state) => state.recent);
  return (
    <section aria-labelledby="welcome-recent">
      <h2 id="welcome-recent">{t('welcome.recent')}</h2>
      {recent.length === 0 && <p className="welcome-text">{t('welcome.noRecent')}</p>}
      <ul className="welcome-recent">
        {recent.map(({ path, name }) => (
          <li key={path}>
            <button type="button" className="welcome-file" onClick={() => openRecent(path)}>
              <span className="welcome-file-name">{name}</span>
              {path !== name && <span className="welcome-text">{path}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ways() {
  const canReopen = useTabs((state) => state.closed.length > 0);
  return (
    <p className="welcome-ways">
      <Button icon={FolderOpen} onClick={() => runCommandById('file.open')}>
        {t('welcome.open')}
      </Button>
      <Button icon={FilePlus2} onClick={() => runCommandById('file.newEmpty')}>
        {t('welcome.empty')}
      </Button>
      <Button icon={LayoutGrid} onClick={() => runCommandById('file.new')}>
        {t('welcome.allTemplates')}
      </Button>
      {canReopen && (
        <Button icon={RotateCcw} onClick={() => runCommandById('file.reopen')}>
          {t('welcome.reopen')}
        </Button>
      )}
      <Button look="quiet" icon={Footprints} onClick={() => runCommandById('help.tour')}>
        {t('welcome.tour')}
      </Button>
    </p>
  );
}

export function WelcomeScreen() {
  return (
    <main className="welcome">
      <div className="welcome-page">
        <h1 className="welcome-title">{t('welcome.title')}</h1>
        <Ways />
        <Patterns />
        <Recent />
        <p className="welcome-text">{t('welcome.drop')}</p>
      </div>
    </main>
  );
}
