// The one role: a container under systemd, on any host, told by variables what it is.
import type { ExportFile } from '../exporter.ts';
import { yamlText } from '../yaml.ts';
import { runScript, secretsFile, serviceUnit, timerUnit } from './templates.ts';

const FOLDER = '{{ container_folder }}/{{ container_name }}';
const UNIT = '{{ container_project }}-{{ container_name }}';
const RESTART = 'Restart the container';
const IS_SCHEDULED = 'container_every_s is defined';
const IS_SERVICE = 'container_every_s is not defined';

const builtin = (name: string, module: string, parameters: object, rest: object = {}) => ({
  name,
  [`ansible.builtin.${module}`]: parameters,
  ...rest,
});
const template = (name: string, src: string, dest: string, mode: string) =>
  builtin(name, 'template', { src, dest, mode }, { notify: RESTART });

const defaults = {
  container_args: [],
  container_calls: [],
  container_env: {},
  container_files: [],
  container_health: '',
  container_options: [],
  container_read_only: true,
  container_secrets: {},
};

const tasks = [
  builtin('Install the container engine', 'package', { name: '{{ container_package }}', state: 'present' }),
  builtin('Make its folder', 'file', { path: FOLDER, state: 'directory', mode: '0755' }),
  {
    ...template('Write its secrets', 'secrets.env.j2', `${FOLDER}/secrets.env`, '0600'),
    no_log: true,
  },
  builtin(
    'Write its settings files',
    'copy',
    { content: '{{ item.text }}', dest: `${FOLDER}/{{ item.name }}`, mode: '0644' },
    { loop: '{{ container_files }}', loop_control: { label: '{{ item.name }}' }, notify: RESTART },
  ),
  template('Write its start', 'run.sh.j2', `${FOLDER}/run.sh`, '0755'),
  template('Write its unit', 'container.service.j2', `/etc/systemd/system/${UNIT}.service`, '0644'),
  {
    ...template('Write its timer', 'container.timer.j2', `/etc/systemd/system/${UNIT}.timer`, '0644'),
    when: IS_SCHEDULED,
  },
  builtin(
    'Start it, and at every boot',
    'systemd_service',
    { name: `${UNIT}.service`, state: 'started', enabled: true, daemon_reload: true },
    { when: IS_SERVICE },
  ),
  builtin(
    'Start its timer, and at every boot',
    'systemd_service',
    { name: `${UNIT}.timer`, state: 'started', enabled: true, daemon_reload: true },
    { when: IS_SCHEDULED },
  ),
];

const handlers = [
  builtin(
    RESTART,
    'systemd_service',
    { name: `${UNIT}.service`, state: 'restarted', daemon_reload: true },
    { when: IS_SERVICE },
  ),
];

const replace = [
  builtin('Bring the host to its state', 'import_tasks', { file: 'main.yaml' }),
  { name: 'Take over new settings', 'ansible.builtin.meta': 'flush_handlers' },
  builtin(
    'Fetch the image',
    'command',
    { argv: ['{{ container_engine }}', 'pull', '{{ container_image }}'] },
    { changed_when: true },
  ),
  builtin('Replace the container', 'systemd_service', {
    name: `${UNIT}.service`,
    state: 'restarted',
    daemon_reload: true,
  }),
  builtin(
    'Wait for its health',
    'uri',
    { url: 'http://127.0.0.1:{{ container_port }}{{ container_health }}', status_code: 200 },
    {
      register: 'container_answer',
      until: 'container_answer.status == 200',
      retries: 30,
      delay: 5,
      when: "container_health != ''",
    },
  ),
  builtin(
    'Wait for its port',
    'wait_for',
    { host: '127.0.0.1', port: '{{ container_port }}', timeout: 150 },
    { when: "container_health == ''" },
  ),
];

/** The same for every design. */
export function roleFiles(): readonly ExportFile[] {
  return [
    { path: 'roles/container/defaults/main.yaml', text: yamlText(defaults) },
    { path: 'roles/container/handlers/main.yaml', text: yamlText(handlers) },
    { path: 'roles/container/tasks/main.yaml', text: yamlText(tasks) },
    { path: 'roles/container/tasks/replace.yaml', text: yamlText(replace) },
    { path: 'roles/container/templates/container.service.j2', text: serviceUnit },
    { path: 'roles/container/templates/container.timer.j2', text: timerUnit },
    { path: 'roles/container/templates/run.sh.j2', text: runScript },
    { path: 'roles/container/templates/secrets.env.j2', text: secretsFile },
  ];
}
