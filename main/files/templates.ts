// The starter designs that come with Spandrel, as text; their list is drawn from the files themselves.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, succeed, type Outcome } from '../../src/model/finding.ts';
import { fileFinding } from './file-finding.ts';
import { resourcePath } from './resources.ts';

export interface TemplateInfo {
  readonly id: string;
  readonly name: string;
  readonly pattern: string;
  readonly description: string;
}

export interface Templates {
  /** The example first, then by name. */
  list(): Promise<readonly TemplateInfo[]>;
  read(id: string): Promise<Outcome<string>>;
}

/** What opens where nothing else is asked for. */
export const EXAMPLE = 'example';

const SUFFIX = '.spandrel.json';

export function createTemplates(folder: string = resourcePath('templates/designs')): Templates {
  const ids = async (): Promise<string[]> =>
    (await readdir(folder)).filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length));
  const text = (id: string): Promise<string> => readFile(join(folder, id + SUFFIX), 'utf8');
  return {
    async list() {
      const infos = await Promise.all((await ids()).map(async (id) => describe(id, await text(id))));
      return infos.sort((a, b) => Number(b.id === EXAMPLE) - Number(a.id === EXAMPLE) || a.name.localeCompare(b.name));
    },
    async read(id) {
      const known = await ids();
      return known.includes(id) ? succeed(await text(id)) : fail([unknownTemplate(id, known)]);
    },
  };
}

function describe(id: string, text: string): TemplateInfo {
  const design = JSON.parse(text) as { name?: string; pattern?: string; description?: string };
  return { id, name: design.name ?? id, pattern: design.pattern ?? 'mixed', description: design.description ?? '' };
}

function unknownTemplate(id: string, known: readonly string[]) {
  return fileFinding(
    'unknown-template',
    `there is no template "${id}"`,
    `Choose one of: ${[...known].sort().join(', ')}.`,
  );
}
