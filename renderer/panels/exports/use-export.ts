// What a format makes of the design as it is now: a moment after the last edit, one run after the other.
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { runExporter } from '../../../src/exporters/index.ts';
import type { Exporter, ExportOptions, ExportOutcome } from '../../../src/exporters/exporter.ts';
import type { Design } from '../../../src/model/design.ts';
import { logDefect } from '../../commands/defects.ts';
import { useDocument } from '../../state/document.ts';

export type Made =
  | { readonly kind: 'outcome'; readonly outcome: ExportOutcome }
  /** A defect of the exporter, with the number under which it was logged. */
  | { readonly kind: 'defect'; readonly message: string; readonly number: string | null };

export interface ExportState {
  /** The last one stays until the next is there; null before the first. */
  readonly made: Made | null;
  /** It takes long enough to say so. */
  readonly isSlow: boolean;
}

const QUIET_MS = 150;
const SLOW_MS = 300;

let last: Promise<unknown> = Promise.resolve();

/** A run that is no longer wanted when its turn comes is left out. */
function inTurn(isWanted: () => boolean, run: () => Promise<void>): void {
  last = last.then(() => (isWanted() ? run() : undefined));
}

async function make(exporter: Exporter, design: Design, options: ExportOptions): Promise<Made> {
  try {
    return { kind: 'outcome', outcome: await runExporter(exporter, design, options) };
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return { kind: 'defect', message, number: await logDefect(thrown) };
  }
}

/** Runs only while it is shown: what is not drawn has no effects. */
export function useExport(exporter: Exporter, options: ExportOptions): ExportState {
  const design = useDeferredValue(useDocument((state) => state.design));
  const [made, setMade] = useState<Made | null>(null);
  const [isSlow, setSlow] = useState(false);
  const isFirst = useRef(true);
  useEffect(() => {
    let isCurrent = true;
    let slow: ReturnType<typeof setTimeout> | undefined;
    const begin = (): void => {
      slow = setTimeout(() => setSlow(true), SLOW_MS);
      inTurn(
        () => isCurrent,
        async () => {
          const next = await make(exporter, design, options);
          clearTimeout(slow);
          if (!isCurrent) return;
          setSlow(false);
          setMade(next);
        },
      );
    };
    const wait = setTimeout(begin, isFirst.current ? 0 : QUIET_MS);
    isFirst.current = false;
    return () => {
      isCurrent = false;
      clearTimeout(wait);
      clearTimeout(slow);
    };
  }, [exporter, design, options]);
  return { made, isSlow };
}
