// Templates of source code with values in them; only what cannot break out of anything is ever put into one.
import type { ServiceDescription } from '../service.ts';
import type { Language, Row } from './language.ts';
import type { ExportFile } from '../../exporter.ts';

/** Names and numbers that mean nothing in any language: object names, ports, and paths of plain characters. */
const HARMLESS = /^[A-Za-z0-9/._~-]*$/;

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/@([A-Z]+)@/g, (hole, name: string) => values[name] ?? hole);
}

/** The files of one service in its language. */
export function moduleFiles(language: Language, service: ServiceDescription, project: string): readonly ExportFile[] {
  const plain = { PROJECT: project, NAME: service.name, FOLDER: service.folder, PORT: String(service.port) };
  const broken = Object.values(plain).filter((value) => !HARMLESS.test(value));
  if (broken.length > 0) throw new Error(`not harmless in a template: ${broken.join(', ')}`);
  const values = { ...plain, HEALTHCHECK: healthCheck(language, service) };
  const rows = language.module.map(([template, path]) => ({ path, text: fill(template, values) }));
  const settings = { path: language.settings.path, text: language.settings.text(service, project) };
  return [...rows, settings].map(({ path, text }) => ({ path: `modules/${service.folder}/${path}`, text }));
}

/** The files that all services of a language share. */
export function sharedFiles(rows: readonly Row[]): readonly ExportFile[] {
  return rows.map(([text, path]) => ({ path, text }));
}

function healthCheck(language: Language, service: ServiceDescription): string {
  if (service.scheduled) return '# It runs once and ends, so that there is nothing to ask after its health.';
  return `HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD ${language.healthCommand(service)}`;
}
