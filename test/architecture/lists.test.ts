// Every registry names every file of its folder: what was added as a file cannot be forgotten in the list.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Registry {
  readonly list: string;
  readonly folder: string;
  /** Entries of the folder that are not members of the list. */
  readonly except: readonly string[];
}

const registries: readonly Registry[] = [
  { list: 'src/catalogue/index.ts', folder: 'src/catalogue/kinds', except: [] },
  {
    list: 'src/exporters/index.ts',
    folder: 'src/exporters',
    except: [
      'index.ts',
      'exporter.ts',
      'families.ts',
      'run.ts',
      'mark.ts',
      'mark-bytes.ts',
      'hash.ts',
      'base64.ts',
      'results.ts',
      'yaml.ts',
      'xml.ts',
      'markdown.ts',
      'containers',
      'picture',
    ],
  },
  { list: 'src/commands/index.ts', folder: 'src/commands', except: ['index.ts', 'command.ts', 'menu.ts'] },
  { list: 'main/cli/verbs/index.ts', folder: 'main/cli/verbs', except: ['index.ts', 'verb.ts'] },
  { list: 'main/handlers/index.ts', folder: 'main/handlers', except: ['index.ts'] },
];

function members(folder: string, except: readonly string[]): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || (entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts')))
    .map((entry) => entry.name)
    .filter((name) => !except.includes(name));
}

describe('lists', () => {
  it.each(registries)('$list names every file of $folder', ({ list, folder, except }) => {
    const text = readFileSync(list, 'utf8');
    const found = members(folder, except);
    expect(found.length).toBeGreaterThan(0);
    for (const name of found) {
      const file = name.replace(/\.ts$/, '');
      expect(text, `${list} does not import ${name}`).toMatch(
        new RegExp(`['"]\\.[^'"]*/${file}(/[a-z-]+)?(\\.ts)?['"]`),
      );
    }
  });

  it('the rooms of the core are those of the rules', () => {
    const rules = readFileSync('test/architecture/dependencies.cjs', 'utf8');
    for (const room of readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      expect(rules).toContain(`'${room.name}'`);
      expect(existsSync(`src/${room.name}`)).toBe(true);
    }
  });
});
