// What makes a chart of templates: its labels, its test, and what is said once it is installed.
import type { Part } from '../kubernetes/plan.ts';
import { portName } from '../kubernetes/metadata.ts';
import { speaksHttp } from '../kubernetes/network.ts';
import { yamlText } from '../yaml.ts';
import { createSheet, escapeActions, valuesOf } from './sheet.ts';

/** The labels that Helm's own tools look for. */
export function helpers(chart: string): string {
  return [
    `{{- define "${chart}.labels" -}}`,
    'helm.sh/chart: "{{ .Chart.Name }}-{{ .Chart.Version }}"',
    'app.kubernetes.io/instance: {{ .Release.Name | quote }}',
    'app.kubernetes.io/managed-by: {{ .Release.Service | quote }}',
    '{{- end }}',
    '',
  ].join('\n');
}

/** Run by `helm test`: asks what is open to all for its health; without such a thing, whether its services have names. */
export function connectionTest(parts: readonly Part[], chart: string): string {
  const listening = parts.filter(({ workload }) => workload.type !== 'scheduled');
  const open = listening.filter(({ workload }) => workload.isExposed && speaksHttp(workload));
  const asked = open.length > 0 ? open : listening;
  if (asked.length === 0) return '';
  const sheet = createSheet(JSON.stringify(asked));
  const labels = (indent: number) => [`{{- include "${chart}.labels" . | nindent ${indent} }}`];
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${chart}.connection`,
      labels: { [sheet.put({ form: 'lines', lines: labels })]: null },
      annotations: { 'helm.sh/hook': 'test', 'helm.sh/hook-delete-policy': 'before-hook-creation,hook-succeeded' },
    },
    spec: {
      restartPolicy: 'Never',
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: 10_001, seccompProfile: { type: 'RuntimeDefault' } },
      containers: asked.map(({ workload }) => ({
        name: workload.name,
        image: 'busybox:1.37',
        command:
          open.length > 0
            ? ['wget', '-q', '-T', '10', '-O', '/dev/null', address(workload)]
            : ['nslookup', workload.name],
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      })),
    },
  };
  return sheet.fill(yamlText(pod));
}

function address(workload: Part['workload']): string {
  return `${portName(workload)}://${workload.name}:${workload.port}${encodeURI(workload.healthPath ?? '/')}`;
}

/** What a person is told after the installation. */
export function notes(parts: readonly Part[], title: string): string {
  const secrets = parts.flatMap(({ workload: { name, secrets: keys } }) =>
    keys.length === 0
      ? []
      : [
          `  kubectl --namespace {{ .Release.Namespace }} create secret generic {{ ${valuesOf(name, 'secretName')} }}${keys
            .map((key) => ` --from-literal=${escapeActions(key)}=…`)
            .join('')}`,
        ],
  );
  const open = parts.filter(({ workload }) => workload.isExposed && speaksHttp(workload));
  return [
    `${escapeActions(title)} is installed as {{ .Release.Name }} in the namespace {{ .Release.Namespace }}.`,
    ...(secrets.length === 0 ? [] : ['', 'Pods wait for these secrets, unless they are there:', ...secrets]),
    ...(open.length === 0
      ? []
      : [
          '{{- if .Values.ingress.enabled }}',
          '',
          'It is reachable at {{ .Values.ingress.host }}.',
          '{{- end }}',
          '',
          'To reach it from here:',
          ...open.map(
            ({ workload: { name, port } }) =>
              `  kubectl --namespace {{ .Release.Namespace }} port-forward service/${name} ${port}`,
          ),
        ]),
    '',
  ].join('\n');
}
