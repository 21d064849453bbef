// The files of the project around its services: configuration, deployment, continuous integration, what runs it all.
import type { DeployedComponent } from '../../deployment/workload.ts';
import { kindByKey } from '../../catalogue/index.ts';
import type { ExportFile } from '../exporter.ts';
import { yamlText } from '../yaml.ts';
import { languages } from './languages/index.ts';
import { LANGUAGE_IDS, type LanguageId } from './language-names.ts';
import type { ServiceDescription } from './service.ts';

/** The languages of a project, each with its services. */
export function byLanguage(
  services: readonly ServiceDescription[],
): readonly (readonly [LanguageId, readonly ServiceDescription[]])[] {
  return LANGUAGE_IDS.map((id) => [id, services.filter(({ language }) => language === id)] as const).filter(
    ([, own]) => own.length > 0,
  );
}

/** The settings of HypnoScript's own tool, and the modules of the project. */
export function configFile(project: string, services: readonly ServiceDescription[]): ExportFile {
  const config = {
    defaultOutput: 'console',
    enableDebug: false,
    logLevel: 'info',
    timeout: 30_000,
    maxMemory: 512,
    project,
    modules: Object.fromEntries(
      services.map(({ component, folder, language, port, healthPath, scheduled, secrets }) => [
        component.id,
        { path: `modules/${folder}`, language, ...(scheduled ? { scheduled } : { port, healthPath }), secrets },
      ]),
    ),
  };
  return { path: 'config/hypnoscript.config.json', text: `${JSON.stringify(config, null, 2)}\n` };
}

/** Builds every image; pushes them where a registry is named, and else runs them here. */
export function deployScript(project: string, services: readonly ServiceDescription[]): ExportFile {
  const builds = services.map(({ name, folder }) => `build ${name} ${folder}`);
  const text = `#!/bin/sh
# Builds the image of every service. With REGISTRY set they are pushed there under TAG; without, they are run here.
set -eu
cd "$(dirname "$0")/.."
TAG="\${TAG:-latest}"

build() {
  image="\${REGISTRY:+$REGISTRY/}${project}/$1:$TAG"
  docker build -f "modules/$2/Dockerfile" -t "$image" .
  if [ -n "\${REGISTRY:-}" ]; then docker push "$image"; fi
}

${builds.join('\n')}

if [ -z "\${REGISTRY:-}" ]; then docker compose up -d; fi
`;
  return { path: 'scripts/deploy.sh', text };
}

/** Runs the services here, with the ready images that they need; the brokers are Redis, whose streams they speak. */
export function composeFile(
  project: string,
  services: readonly ServiceDescription[],
  deployed: readonly DeployedComponent[],
): ExportFile {
  const written = new Map(services.map((service) => [service.component.id, service]));
  const entries = deployed.flatMap((workload): [string, object][] => {
    const service = written.get(workload.id);
    if (service !== undefined) return [[workload.name, ownEntry(project, service, workload)]];
    if (kindByKey(workload.kind.key)?.behaviour.station === 'broker') {
      return [[workload.name, { image: 'redis:7', restart: 'unless-stopped' }]];
    }
    return workload.files.length > 0 ? [] : [[workload.name, readyEntry(workload)]];
  });
  return { path: 'compose.yaml', text: yamlText({ name: project, services: Object.fromEntries(entries) }) };
}

function ownEntry(project: string, service: ServiceDescription, workload: DeployedComponent): object {
  return {
    image: `${project}/${service.name}:latest`,
    build: { context: '.', dockerfile: `modules/${service.folder}/Dockerfile` },
    environment: environmentOf(service.env, service.secrets),
    ...(workload.isExposed && !service.scheduled ? { ports: [String(service.port)] } : {}),
    restart: service.scheduled ? 'no' : 'unless-stopped',
    stop_grace_period: '15s',
  };
}

function readyEntry({ image, args, env, secrets }: DeployedComponent): object {
  return {
    image,
    ...(args.length > 0 ? { command: args.map(withoutSubstitution) } : {}),
    environment: environmentOf(env, secrets),
    restart: 'unless-stopped',
  };
}

/** A name alone takes its value from whoever runs it; that is how secrets come in. */
function environmentOf(env: Readonly<Record<string, string>>, secrets: readonly string[]): string[] {
  const settings = Object.entries(env).map(([name, value]) => `${name}=${withoutSubstitution(value)}`);
  return [...settings, ...secrets];
}

function withoutSubstitution(text: string): string {
  return text.replaceAll('$', '$$$$');
}

/** One job for each language, and one that builds every image. */
export function workflowFile(services: readonly ServiceDescription[]): ExportFile {
  const checkout = { uses: 'actions/checkout@v4' };
  const tests = byLanguage(services).map(([id, own]) => [
    id,
    { 'runs-on': 'ubuntu-latest', steps: [checkout, ...languages[id].steps(own)] },
  ]);
  const images = {
    'runs-on': 'ubuntu-latest',
    needs: byLanguage(services).map(([id]) => id),
    strategy: { matrix: { module: services.map(({ folder }) => folder) } },
    steps: [checkout, { name: 'Build', run: 'docker build -f "modules/${{ matrix.module }}/Dockerfile" .' }],
  };
  const workflow = {
    name: 'ci',
    on: { push: { branches: ['main'] }, pull_request: {} },
    permissions: { contents: 'read' },
    jobs: Object.fromEntries([...tests, ['images', images]]) as object,
  };
  return { path: '.github/workflows/ci.yml', text: yamlText(workflow) };
}

/** What neither a repository nor the context of an image needs. */
export function ignoreFiles(): readonly ExportFile[] {
  const text = ['node_modules/', 'dist/', 'out/', '__pycache__/', '*.class', '.env', ''].join('\n');
  return [
    { path: '.gitignore', text },
    { path: '.dockerignore', text: `.git/\n${text}` },
  ];
}
