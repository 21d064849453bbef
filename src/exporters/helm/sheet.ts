// Actions of Go's templates in YAML: objects hold a word in each such place, and the text gets the action instead.
//
// The subset that is written: `{{ .Values.a.b }}` with `.Release.Name`, `.Release.Service`, `.Chart.Name`,
// `.Chart.Version` and `.`; the pipes `quote`, `int64`, `sha256sum`, `trunc N` and `nindent N`; the functions `toYaml`
// and `include`; `if`, `with` and `define`, each up to its `end`; comments; `{{-` and `-}}`; and `{{ "{{" }}`.

type Action =
  /** In place of a value, on its line. */
  | { readonly form: 'value'; readonly text: string }
  /** In place of a map or list: what is at a place of the values. */
  | { readonly form: 'block'; readonly at: string }
  /** In place of a whole entry of a map: lines, indented as the entry was. */
  | { readonly form: 'lines'; readonly lines: (indent: number) => readonly string[] };

export interface Sheet {
  /** A word that stands for the action until `fill`. */
  readonly put: (action: Action) => string;
  /** The text of a template: the actions in their places, and what only looks like one made harmless. */
  readonly fill: (yaml: string) => string;
}

/** A sheet whose words occur nowhere in `taken`. */
export function createSheet(taken: string): Sheet {
  const actions: Action[] = [];
  const word = unusedWord(taken);
  const numbered = new RegExp(`^( *)(.*?)${word}(\\d+)z(.*)$`, 'gm');
  return {
    put: (action) => `${word}${actions.push(action) - 1}z`,
    fill: (yaml) =>
      escapeActions(yaml).replace(numbered, (_, indent: string, before: string, number: string) => {
        const action = actions[Number(number)];
        return action === undefined ? '' : written(action, indent.length, before);
      }),
  };
}

/** Text that is to come out as it is. */
export function escapeActions(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}

/** A place below `.Values`. */
export function valuesOf(name: string, ...path: readonly string[]): string {
  return ['.Values.components', valuesKey(name), ...path].join('.');
}

/** Names of components have hyphens, which cannot stand in a path of a template, and never an underscore. */
export function valuesKey(name: string): string {
  return name.replaceAll('-', '_');
}

function written(action: Action, indent: number, before: string): string {
  const blanks = ' '.repeat(indent);
  switch (action.form) {
    case 'value':
      return `${blanks}${before}${action.text}`;
    case 'block':
      return `${blanks}${before.trimEnd()}\n${blanks}  {{- toYaml ${action.at} | nindent ${indent + 2} }}`;
    case 'lines':
      return action
        .lines(indent)
        .map((line) => blanks + line)
        .join('\n');
  }
}

function unusedWord(taken: string): string {
  let number = 0;
  while (taken.includes(`place${number}x`)) number += 1;
  return `place${number}x`;
}
