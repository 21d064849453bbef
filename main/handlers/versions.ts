// The calls about earlier versions of a design. Those of the time before its first save are found under its own id.
import type { Handlers } from '../../src/ipc/contract.ts';
import { succeed } from '../../src/model/finding.ts';
import type { Subject, Versions } from '../files/versions.ts';
import { copied } from '../window/answer.ts';
import type { Ports } from '../window/ports.ts';

type VersionHandlers = Pick<Handlers, 'versions.keep' | 'versions.list' | 'versions.read'>;

interface Wanted {
  readonly documentId: string;
  readonly path: string | null;
}

export function versionHandlers(ports: Ports, versions: Versions): VersionHandlers {
  async function subjects({ documentId, path }: Wanted): Promise<readonly [Subject, ...Subject[]]> {
    const file = path === null ? null : await ports.access.toRead(path);
    return file?.ok ? [{ file: file.value }, { documentId }] : [{ documentId }];
  }
  return {
    'versions.keep': async (input) => {
      const [subject] = await subjects(input);
      return copied(await versions.keep(subject, input.label, input.text));
    },
    'versions.list': async (input) => {
      const lists = await Promise.all((await subjects(input)).map((subject) => versions.list(subject)));
      return copied(succeed(lists.flat().sort((a, b) => b.at.localeCompare(a.at))));
    },
    'versions.read': async (input) => {
      const [first, ...others] = await subjects(input);
      let found = await versions.read(first, input.id);
      for (const subject of others) if (!found.ok) found = await versions.read(subject, input.id);
      return copied(found.ok ? succeed({ text: found.value }) : found);
    },
  };
}
