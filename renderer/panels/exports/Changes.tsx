// What an export changes in a file, line by line.
import { structuredPatch, type StructuredPatch } from 'diff';
import { useMemo } from 'react';
import { t } from '../../texts.ts';

/** Longer than this a comparison is given up. */
const MOST_MS = 500;
const MOST_LINES = 5000;

const LOOKS = { '+': 'added', '-': 'removed', ' ': 'kept', '\\': 'kept' } as const;

interface Line {
  readonly look: 'added' | 'removed' | 'kept' | 'place';
  readonly text: string;
}

function linesOf(patch: StructuredPatch): readonly Line[] {
  return patch.hunks.flatMap((hunk) => [
    {
      look: 'place' as const,
      text: `@@ -${String(hunk.oldStart)},${String(hunk.oldLines)} +${String(hunk.newStart)},${String(hunk.newLines)} @@`,
    },
    ...hunk.lines.map((text) => ({ look: LOOKS[text.charAt(0) as keyof typeof LOOKS], text })),
  ]);
}

export function Changes({ path, before, after }: { path: string; before: string; after: string }) {
  const patch = useMemo(
    () => structuredPatch(path, path, before, after, undefined, undefined, { context: 3, timeout: MOST_MS }),
    [path, before, after],
  );
  const lines = patch ? linesOf(patch) : null;
  if (lines === null) return <p className="field-note">{t('exports.tooDifferent')}</p>;
  return (
    <pre
      className="exports-text exports-diff"
      tabIndex={0}
      role="region"
      aria-label={t('exports.changesOf', { what: path })}
    >
      {lines.slice(0, MOST_LINES).map(({ look, text }, at) =>
        look === 'added' ? (
          <ins key={at}>{text}</ins>
        ) : look === 'removed' ? (
          <del key={at}>{text}</del>
        ) : (
          <span key={at} className={`exports-diff-${look}`}>
            {text}
          </span>
        ),
      )}
      {lines.length === 0 && <span>{t('exports.noChanges')}</span>}
      {lines.length > MOST_LINES && <span>{t('exports.cut')}</span>}
    </pre>
  );
}
