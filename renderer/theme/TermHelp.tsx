// The ⓘ beside a term: one sentence on hover or focus, and the help page on a click.
import { Info } from 'lucide-react';
import { openDialog } from '../state/panels.ts';
import { glossary, type TermKey } from './glossary.ts';
import { Tooltip } from './Tooltip.tsx';

export function TermHelp({ term }: { readonly term: TermKey }) {
  const { title, meaning } = glossary[term];
  return (
    <Tooltip text={meaning}>
      <button type="button" className="term" aria-label={`About ${title}`} onClick={() => openDialog({ kind: 'help' })}>
        <Info size={12} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
