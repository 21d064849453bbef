// How a format's own reader looks at an export: it throws, or expects in vain, where the files are not of the format.
import type { ExportFile } from '../../../src/exporters/exporter.ts';

export type Reader = (files: readonly ExportFile[]) => Promise<void>;
