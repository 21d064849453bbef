// `spandrel templates`: the list of starter designs.
import { done, type Ending } from '../exit.ts';
import type { Io } from '../io.ts';
import type { Verb } from '../verb.ts';

export const templatesVerb: Verb = {
  name: 'templates',
  summary: 'list the starter designs',
  examples: ['templates', 'templates --json'],
  define(command, io, end) {
    command.option('--json', 'print the list as one JSON document').action(async (options: { json?: true }) => {
      end(await templates(options.json === true, io));
    });
  },
};

async function templates(json: boolean, io: Io): Promise<Ending> {
  const [{ createTemplates }, { table }] = await Promise.all([
    import('../../files/templates.ts'),
    import('../figures.ts'),
  ]);
  const list = await createTemplates().list();
  const lines = table(
    [
      { title: 'Template', align: 'left', cell: (info) => info.id },
      { title: 'Pattern', align: 'left', cell: (info) => info.pattern },
      { title: 'What it is', align: 'left', cell: (info) => info.description || info.name },
    ],
    list,
  );
  await io.out(json ? `${JSON.stringify(list, null, 2)}\n` : `${lines.join('\n')}\n`);
  return done;
}
