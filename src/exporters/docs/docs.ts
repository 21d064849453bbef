// Documentation: the design as a site in Markdown, in the order of arc42.
import { validateDesign } from '../../catalogue/validate.ts';
import type { Design } from '../../model/design.ts';
import { succeed } from '../../model/finding.ts';
import type { Exporter } from '../exporter.ts';
import { inline, list } from '../markdown.ts';
import { CHAPTERS, type Site } from './chapters.ts';
import { componentPage } from './component-page.ts';
import { docsNotes } from './findings.ts';
import { figuresOf } from './figures.ts';

export const docs: Exporter = {
  id: 'docs',
  title: 'Documentation (arc42)',
  description: 'A site in Markdown: views with diagrams, a page for each component, decisions, figures and risks',
  fileName: 'docs.zip',
  stream: null,
  options: [
    {
      key: 'language',
      title: 'Language',
      help: 'The language of the titles of the chapters.',
      type: 'choice',
      choices: ['en', 'de'],
      default: 'en',
    },
    {
      key: 'results',
      title: 'Results',
      help: 'The output of simulate --json; without it the figures are estimated.',
      type: 'text',
      isFile: true,
      default: '',
    },
  ],
  run: (design, options) => {
    if (design.components.length === 0) return succeed([]);
    const figures = figuresOf(design, String(options.results));
    if (!figures.ok) return figures;
    const findings = validateDesign(design);
    const site: Site = { design, pages: pageNames(design), figures: figures.value, findings };
    const language = options.language === 'de' ? 'de' : 'en';
    const titles = CHAPTERS.map(({ file, title }) => `[${title[language]}](${file})`);
    return succeed(
      [
        { path: 'README.md', text: `# ${inline(design.name) || 'Architecture'}\n\n${list(titles)}` },
        ...CHAPTERS.map(({ file, title, body }) => ({ path: file, text: `# ${title[language]}\n\n${body(site)}` })),
        ...design.components.map((component) => ({
          path: `components/${site.pages.get(component.id) ?? ''}`,
          text: componentPage(site, component),
        })),
      ],
      docsNotes(design),
    );
  },
};

/** Lower-cased, since some file systems take no account of case. */
function pageNames({ components }: Design): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    components.map(({ id }) => {
      let name = id.toLowerCase();
      while (taken.has(name)) name += '_';
      taken.add(name);
      return [id, `${name}.md`];
    }),
  );
}
