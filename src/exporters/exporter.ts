// The form of an exporter: one pure function from a design to files, with the options that it understands.
import type { Design } from '../model/design.ts';
import type { Outcome } from '../model/finding.ts';

export interface ExportFile {
  /** Relative, with `/`; no `..`. */
  readonly path: string;
  readonly text: string;
  /** Where the text stands for bytes, as those of a picture. */
  readonly encoding?: 'base64' | undefined;
}

export interface ExportOption {
  /** In camelCase; the command line spells it in kebab-case. */
  readonly key: string;
  readonly title: string;
  readonly help: string;
  readonly type: 'text' | 'choice' | 'switch';
  readonly choices?: readonly string[];
  /** The value is the content of a file: the command line takes its path. */
  readonly isFile?: true;
  readonly default: string | boolean;
}

export type ExportOptions = Readonly<Record<string, string | boolean>>;

export type ExportOutcome = Outcome<readonly ExportFile[]>;

export interface Exporter {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The file name proposed where the format is one file. */
  readonly fileName: string;
  /** Joins several files to one stream (Kubernetes YAML); null where the format is only ever several files. */
  readonly stream: ((files: readonly ExportFile[]) => string) | null;
  readonly options: readonly ExportOption[];
  /**
   * What the format cannot say is among the notes, as a warning with a rule. An empty output is a finding. A promise
   * where a large library is loaded first; the files themselves are marked by `runExporter`.
   */
  readonly run: (design: Design, options: ExportOptions) => ExportOutcome | Promise<ExportOutcome>;
}
