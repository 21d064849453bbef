// What holds for every window: language, appearance, motion and shortcuts.
import { closeDialog } from '../../state/panels.ts';
import { choose, useSettings, type Settings } from '../../state/settings.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { Segmented } from '../../theme/Segmented.tsx';
import { t } from '../../texts.ts';
import { ShortcutTable } from './ShortcutTable.tsx';

const LANGUAGES = ['system', 'en', 'de'] as const satisfies readonly Settings['language'][];
const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Settings['theme'][];
const MOTIONS = ['system', 'reduced'] as const satisfies readonly Settings['motion'][];

export function SettingsDialog() {
  const { language, theme, motion } = useSettings((state) => state);
  return (
    <Dialog title={t('settings.title')} wide onClose={closeDialog}>
      <dl className="settings">
        <dt>{t('settings.language')}</dt>
        <dd>
          <Segmented
            label={t('settings.language')}
            value={language}
            choices={LANGUAGES.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
            onChoose={(value) => choose({ language: value })}
          />
        </dd>
        <dt>{t('settings.theme')}</dt>
        <dd>
          <Segmented
            label={t('settings.theme')}
            value={theme}
            choices={THEMES.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
            onChoose={(value) => choose({ theme: value })}
          />
        </dd>
        <dt>{t('settings.motion')}</dt>
        <dd>
          <Segmented
            label={t('settings.motion')}
            value={motion}
            choices={MOTIONS.map((value) => ({ value, label: t(`settings.motions.${value}`) }))}
            onChoose={(value) => choose({ motion: value })}
          />
        </dd>
      </dl>
      <ShortcutTable />
    </Dialog>
  );
}
