// Structurizr: the design as a workspace of the C4 model in the Structurizr DSL, with its views and styles.
import { succeed } from '../../model/finding.ts';
import type { Exporter } from '../exporter.ts';
import { dslText } from './dsl.ts';
import { lost } from './findings.ts';
import { modelOf, nameOfSystem, namesOf } from './model.ts';
import { deploymentOf, viewsOf } from './views.ts';

const DIRECTIONS = ['tb', 'lr', 'bt', 'rl'] as const;

export const structurizr: Exporter = {
  id: 'structurizr',
  title: 'Structurizr workspace',
  description: 'A workspace in the Structurizr DSL: people, systems, containers, deployment, views and styles',
  fileName: 'workspace.dsl',
  stream: null,
  options: [
    {
      key: 'direction',
      title: 'Direction',
      help: 'Where the automatic layout of the views leads: down, right, up or left.',
      type: 'choice',
      choices: DIRECTIONS,
      default: 'tb',
    },
    {
      key: 'environment',
      title: 'Environment',
      help: 'What the environment is called that the containers are deployed in; empty leaves it out.',
      type: 'text',
      default: 'Production',
    },
  ],
  run: (design, { direction, environment }) => {
    if (design.components.length === 0) return succeed([]);
    const names = namesOf(design);
    const place = typeof environment === 'string' ? environment.trim() : '';
    const deployment = place === '' ? null : deploymentOf(design, names, place);
    const model = [...modelOf(design, names), ...(deployment === null ? [] : [deployment])];
    const views = viewsOf(design, deployment === null ? null : place, String(direction));
    const text = dslText([
      {
        words: ['workspace'],
        texts: [nameOfSystem(design), design.description ?? ''],
        block: [
          { words: ['model'], block: model },
          { words: ['views'], block: views },
        ],
      },
    ]);
    return succeed([{ path: structurizr.fileName, text }], lost(design));
  },
};
