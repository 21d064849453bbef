// The ⓘ beside a term: one sentence on hover or focus, and the help page on a click.
import { Info } from 'lucide-react';
import { openDialog } from '../state/panels.ts';
import { t } from '../texts.ts';
import type { TermKey } from './glossary.ts';
import { Tooltip } from './Tooltip.tsx';

export function TermHelp({ term }: { readonly term: TermKey }) {
  return (
    <Tooltip text={t(`help.glossary.${term}.meaning`)}>
      <button
        type="button"
        className="term"
        aria-label={t('help.about', { term: t(`help.glossary.${term}.title`) })}
        onClick={() => openDialog({ kind: 'help' })}
      >
        <Info size={12} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
