// What a language is to the scaffold: which template becomes which file, and how the description of a service is said.
import type { ExportFile } from '../../exporter.ts';
import type { ServiceDescription } from '../service.ts';

/** A template and the path that it gets, below the folder of the module or of the project. */
export type Row = readonly [template: string, path: string];

/** A step of continuous integration: what is set up, or what is run. */
export type Step =
  | { readonly uses: string; readonly with?: Readonly<Record<string, string>> }
  | { readonly name: string; readonly run: string };

export interface Language {
  /** Of every project with a service in this language. */
  readonly shared: readonly Row[];
  /** Of each service. */
  readonly module: readonly Row[];
  /** The description as source code, and where it stands in the module. */
  readonly settings: { readonly path: string; readonly text: (service: ServiceDescription, project: string) => string };
  /** Asked within the container; the exit code is the answer. */
  readonly healthCommand: (service: ServiceDescription) => string;
  /** Manifests of the project as a whole. */
  readonly manifests: (project: string, services: readonly ServiceDescription[]) => readonly ExportFile[];
  readonly steps: (services: readonly ServiceDescription[]) => readonly Step[];
  /** How a person starts and tests one service. */
  readonly commands: (service: ServiceDescription) => { readonly start: string; readonly test: string };
}
