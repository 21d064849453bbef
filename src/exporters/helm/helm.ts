// Helm: a chart whose templates are the Kubernetes objects, with the design's own settings as its values.
import type { Design } from '../../model/design.ts';
import { succeed, type Outcome } from '../../model/finding.ts';
import { showable } from '../../model/showable.ts';
import type { Exporter, ExportFile, ExportOptions } from '../exporter.ts';
import {
  activeOption,
  canaryOption,
  entryClassOption,
  hostOption,
  policiesOption,
  pullOption,
  textOf,
  tlsOption,
} from '../kubernetes/options.ts';
import { plan, type Plan } from '../kubernetes/plan.ts';
import { LEDGER } from '../mark.ts';
import { yamlText } from '../yaml.ts';
import { connectionTest, helpers, notes } from './extras.ts';
import { commonTemplate, componentTemplate } from './templates.ts';
import { chartValues, HOST, valuesSchema, type GlobalValues } from './values.ts';

/** Helm adds a version to it in a label, which may have 63 characters. */
const LONGEST_CHART_NAME = 50;
const VERSION = '0.1.0';

export const helm: Exporter = {
  id: 'helm',
  title: 'Helm chart',
  description: 'The Kubernetes objects as templates, with values, their schema, and a test',
  fileName: 'chart',
  stream: null,
  options: [hostOption, entryClassOption, tlsOption, activeOption, canaryOption, policiesOption, pullOption],
  run,
};

function run(design: Design, options: ExportOptions): Outcome<readonly ExportFile[]> {
  const asked = plan(design, options);
  if (!asked.ok) return asked;
  if (asked.value.parts.length === 0) return succeed([], asked.notes);
  // The chart holds what the values may switch on.
  const all = plan(design, { ...options, ingressHost: HOST, entryClass: '', tls: false, networkPolicies: true });
  return all.ok ? succeed(chart(design, all.value, globalsOf(options)), asked.notes) : all;
}

function globalsOf(options: ExportOptions): GlobalValues {
  const host = textOf(options.ingressHost);
  return {
    imagePullPolicy: textOf(options.imagePullPolicy),
    ingress: {
      enabled: host !== '',
      host: host === '' ? HOST : host,
      className: textOf(options.entryClass),
      tls: options.tls === true,
    },
    networkPolicies: { enabled: options.networkPolicies !== false },
    active: textOf(options.active),
  };
}

function chart(design: Design, { around, parts, common }: Plan, globals: GlobalValues): readonly ExportFile[] {
  const name = around.project.slice(0, LONGEST_CHART_NAME).replace(/-+$/, '');
  const title = showable(design.name).trim() || name;
  const values = chartValues(parts, globals);
  const test = connectionTest(parts, name);
  return [
    { path: 'Chart.yaml', text: yamlText(description(name, title)) },
    { path: 'values.yaml', text: yamlText(values) },
    { path: 'values.schema.json', text: `${JSON.stringify(valuesSchema(values), null, 2)}\n` },
    { path: '.helmignore', text: `${LEDGER}\n` },
    { path: 'templates/_helpers.tpl', text: helpers(name) },
    { path: 'templates/NOTES.txt', text: notes(parts, title) },
    // A dot keeps it apart from what is named after a component.
    ...(common.length === 0 ? [] : [{ path: 'templates/network.all.yaml', text: commonTemplate(common, name) }]),
    ...parts.map((part) => ({
      path: `templates/${part.workload.name}.yaml`,
      text: componentTemplate(part, name),
    })),
    ...(test === '' ? [] : [{ path: 'templates/tests/connection.yaml', text: test }]),
  ];
}

function description(name: string, title: string): object {
  return {
    apiVersion: 'v2',
    name,
    description: title,
    type: 'application',
    version: VERSION,
    appVersion: VERSION,
    kubeVersion: '>=1.25.0-0',
  };
}
