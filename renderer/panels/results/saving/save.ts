// Saving what a run said, where the person says.
import { idFrom } from '../../../../src/model/edit.ts';
import { htmlReport } from '../../../../src/report/html/report.ts';
import type { ExportFile } from '../../../../src/exporters/exporter.ts';
import type { Run } from '../../../state/results.ts';
import { chooseTarget } from '../../exports/choose-target.ts';
import { writeExport } from '../../exports/save-export.ts';
import { windowLanguage } from '../words.ts';

/** "shop-run-2-components.csv". */
function fileName(run: Run, what: string, ending: string): string {
  return `${idFrom(run.design.name)}-run-${run.number}-${what}.${ending}`;
}

export function saveAs(
  run: Run,
  { what, ending, title }: { readonly what: string; readonly ending: string; readonly title: string },
  content: () => Promise<Omit<ExportFile, 'path'>> | Omit<ExportFile, 'path'>,
): void {
  const path = fileName(run, what, ending);
  chooseTarget('save', path, async (target, overwrite) =>
    writeExport(target, { title, files: [{ path, ...(await content()) }], shape: 'single' }, overwrite),
  );
}

export function saveReport(run: Run, title: string): void {
  saveAs(run, { what: 'report', ending: 'html', title }, () => ({ text: htmlReport(run, windowLanguage()) }));
}
