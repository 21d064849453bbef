// The expander of templates that the tests of charts stand on, held against what Helm's documentation says.
import { describe, expect, it } from 'vitest';
import { expand } from './go-template.ts';

const scope = {
  Values: { name: 'api', count: 2_000_000, labels: { a: '1', yes: 'no' }, none: {}, off: false, list: ['x'] },
  Release: { Name: 'r' },
  Chart: { Name: 'c' },
};
const expanded = (text: string) => expand({ 'a.yaml': text }, scope)['a.yaml'];

describe('the expander of templates', () => {
  it('prints values, through pipes', () => {
    expect(expanded('n: {{ .Values.name | quote }} {{.Release.Name}}-{{ .Chart.Name }}')).toBe('n: "api" r-c');
    expect(expanded('{{ .Values.count | int64 }} {{ toYaml .Values.list | sha256sum | trunc 4 }}')).toMatch(
      /^2000000 [0-9a-f]{4}$/,
    );
    expect(expanded('{{ "{{" }} x }}')).toBe('{{ x }}');
  });

  it('takes off the blanks beside a hyphen', () => {
    expect(expanded('a:\n  {{- toYaml .Values.labels | nindent 2 }}\nb')).toBe('a:\n  a: "1"\n  "yes": "no"\nb');
    expect(expanded('{{- /* }} a comment */ -}}\n\nx')).toBe('x');
  });

  it('writes what a condition holds for, and goes with a value', () => {
    expect(expanded('a\n{{- if .Values.off }}\nb\n{{- end }}\n{{- if .Values.list }}\nc\n{{- end }}\n')).toBe('a\nc\n');
    expect(expanded('{{ with .Values.labels }}{{ .a }}{{ end }}{{ with .Values.none }}x{{ end }}')).toBe('1');
  });

  it('includes what another file defines', () => {
    const files = {
      'a.yaml': 'x:\n  {{- include "c.l" . | nindent 2 }}',
      '_h.tpl': '{{- define "c.l" -}}\nn: {{ .Release.Name }}\nm: 1\n{{- end }}',
    };
    expect(expand(files, scope)['a.yaml']).toBe('x:\n  n: r\n  m: 1');
  });

  it('refuses what Helm would, and what it does not know itself', () => {
    for (const text of [
      '{{ .Values.nothing }}',
      '{{ if .Values.off }}',
      '{{ end }}',
      '{{ .Values.name',
      '{{ frobnicate .Values.name }}',
      '{{ include "nothing" . }}',
      '{{ .Values.labels }}',
    ]) {
      expect(() => expanded(text), text).toThrow();
    }
  });
});
