// Scaffold: a project with a service that runs for each component that is a program of one's own.
import { objectName, projectName } from '../../deployment/names.ts';
import { workloads, type DeployedComponent } from '../../deployment/workload.ts';
import type { Design } from '../../model/design.ts';
import { fail, succeed, type Outcome } from '../../model/finding.ts';
import { showable } from '../../model/showable.ts';
import type { Exporter, ExportFile, ExportOptions } from '../exporter.ts';
import { yamlText } from '../yaml.ts';
import { checkScaffold } from './checks.ts';
import { asyncApi } from './contracts/asyncapi.ts';
import { openApi } from './contracts/openapi.ts';
import { LANGUAGE_IDS, languageOf } from './language-names.ts';
import { moduleFiles, sharedFiles } from './languages/fill.ts';
import { languages } from './languages/index.ts';
import { byLanguage, composeFile, configFile, deployScript, ignoreFiles, workflowFile } from './project.ts';
import { moduleReadme, projectReadme } from './readme.ts';
import { describeServices, type ServiceDescription } from './service.ts';

export const scaffold: Exporter = {
  id: 'scaffold',
  title: 'Project scaffold',
  description:
    'A project with a service that runs for each component: source code, tests, contracts, images, deployment',
  fileName: 'project',
  stream: null,
  options: [
    {
      key: 'language',
      title: 'Language',
      help: 'What all services are written in; design takes the language of each component, and HypnoScript where it names none.',
      type: 'choice',
      choices: ['design', ...LANGUAGE_IDS],
      default: 'design',
    },
  ],
  run,
};

/** Told of images, which the scaffold builds by itself. */
const NOT_ASKED: ReadonlySet<string> = new Set(['image-assumed']);

function run(design: Design, options: ExportOptions): Outcome<readonly ExportFile[]> {
  const forced = typeof options.language === 'string' ? languageOf(options.language) : null;
  const deployed = workloads(design);
  if (!deployed.ok) return fail(deployed.findings);
  const services = describeServices(design, deployed.value, forced);
  const notes = [
    ...deployed.notes.filter(({ rule }) => !NOT_ASKED.has(rule)),
    ...checkScaffold(design, deployed.value, services, forced),
  ];
  if (services.length === 0) return succeed([], notes);
  return succeed(filesOf(design, deployed.value, services), notes);
}

function filesOf(
  design: Design,
  deployed: readonly DeployedComponent[],
  services: readonly ServiceDescription[],
): readonly ExportFile[] {
  const project = projectName(design);
  const titles = new Map(design.components.map(({ id, name }) => [id, showable(name ?? id)]));
  const files = [
    projectReadme(design, services),
    ...ignoreFiles(),
    workflowFile(services),
    composeFile(project, services, deployed),
    configFile(project, services),
    deployScript(project, services),
    ...byLanguage(services).flatMap(([id, own]) => [
      ...languages[id].manifests(project, own),
      ...sharedFiles(languages[id].shared),
    ]),
    ...services.flatMap((service) => [
      ...moduleFiles(languages[service.language], service, project),
      moduleReadme(service, design, titles),
      ...contractFiles(design, service, titles),
    ]),
  ];
  // HypnoScript and Python share what hosts them.
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

function contractFiles(
  design: Design,
  service: ServiceDescription,
  titles: ReadonlyMap<string, string>,
): readonly ExportFile[] {
  const folder = `modules/${service.folder}`;
  const callers = (design.connections ?? [])
    .filter(({ from, to }) => to === service.component.id && from !== to)
    .map((connection) => ({ connection, title: titles.get(connection.from) ?? connection.from }));
  const ofChannels = new Map(design.components.map(({ id }) => [objectName(id), titles.get(id) ?? id]));
  const messages = asyncApi(service, ofChannels);
  return [
    ...(service.scheduled ? [] : [{ path: `${folder}/openapi.yaml`, text: yamlText(openApi(service, callers)) }]),
    ...(messages === null ? [] : [{ path: `${folder}/asyncapi.yaml`, text: yamlText(messages) }]),
  ];
}
