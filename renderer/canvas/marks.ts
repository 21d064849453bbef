// What nodes are marked with for now: out of focus, not to be connected to, found.
import { useMemo } from 'react';
import { useDocument } from '../state/document.ts';
import { useEdges } from '../state/edges.ts';
import { useViews } from '../state/views.ts';
import type { Marks } from './derive.ts';
import { matching } from './finding.ts';
import { inFocus } from './focus.ts';

const NONE: ReadonlySet<string> = new Set();

/** The same object while it says the same, so that nothing is derived again. */
export function useMarks(): Marks {
  const focus = useViews((state) => state.focus);
  const search = useViews((state) => state.search);
  const refused = useEdges((state) => state.refused ?? NONE);
  // Without focus and search the design plays no part.
  const design = useDocument((state) => (focus !== null || search ? state.design : null));
  const seen = useMemo(() => (design && focus ? inFocus(design, focus) : null), [design, focus]);
  const found = useMemo(() => (design && search ? new Set(matching(design, search)) : NONE), [design, search]);
  return useMemo(
    () => ({ faded: (id: string) => seen !== null && !seen.has(id), refused, found }),
    [seen, refused, found],
  );
}
