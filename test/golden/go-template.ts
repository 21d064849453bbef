// The part of Go's templates, with Helm's functions, that charts are written in here; anything else is an error.
import { createHash } from 'node:crypto';
import { stringify } from 'yaml';

type Value = unknown;
type Node = { text: string } | { action: string } | { block: string; head: string; body: Node[] };

export interface Scope {
  readonly Values: Value;
  readonly Release: Readonly<Record<string, string>>;
  readonly Chart: Readonly<Record<string, string>>;
}

/** The texts of all templates of a chart, by path, as `helm template` would write them. */
export function expand(templates: Readonly<Record<string, string>>, scope: Scope): Record<string, string> {
  const parsed = Object.entries(templates).map(([path, text]) => [path, parse(text)] as const);
  const defined = new Map<string, Node[]>();
  for (const node of parsed.flatMap(([, nodes]) => nodes)) {
    if ('block' in node && node.block === 'define') defined.set(String(JSON.parse(node.head)), node.body);
  }
  return Object.fromEntries(parsed.map(([path, nodes]) => [path, render(nodes, scope, defined)]));
}

/** Text and actions, with the blanks beside `{{-` and `-}}` taken off. */
function parse(text: string): Node[] {
  const root: Node[] = [];
  const open: { block: string; head: string; body: Node[] }[] = [];
  const add = (node: Node) => (open.at(-1)?.body ?? root).push(node);
  let at = 0;
  let isTrimmed = false;
  const addText = (piece: string, isTrimmedAfter: boolean) => {
    const start = isTrimmed ? piece.trimStart() : piece;
    const trimmed = isTrimmedAfter ? start.trimEnd() : start;
    if (trimmed !== '') add({ text: trimmed });
  };
  for (const match of text.matchAll(/\{\{(- )?((?:"(?:[^"\\]|\\.)*"|\/\*[^]*?\*\/|(?!\}\}|\{\{)[^"])*?)( -)?\}\}/g)) {
    addText(text.slice(at, match.index), match[1] !== undefined);
    at = match.index + match[0].length;
    isTrimmed = match[3] !== undefined;
    const action = (match[2] ?? '').trim();
    const [, word = '', head = ''] = /^(if|with|define|end)\b\s*([^]*)$/.exec(action) ?? [];
    if (action.startsWith('/*')) continue;
    if (word === 'end') {
      if (open.pop() === undefined) throw new Error('an end of nothing');
    } else if (word !== '') {
      const block = { block: word, head, body: [] };
      add(block);
      open.push(block);
    } else add({ action });
  }
  addText(text.slice(at), false);
  if (open.length > 0) throw new Error(`no end of ${open[0]?.block ?? ''}`);
  return root;
}

function render(nodes: readonly Node[], dot: Value, defined: ReadonlyMap<string, Node[]>): string {
  return nodes
    .map((node) => {
      if ('text' in node) {
        if (node.text.includes('{{')) throw new Error(`not closed: ${node.text}`);
        return node.text;
      }
      if ('action' in node) return printed(evaluate(node.action, dot, defined));
      if (node.block === 'define') return '';
      const value = evaluate(node.head, dot, defined);
      if (isEmpty(value)) return '';
      return render(node.body, node.block === 'with' ? value : dot, defined);
    })
    .join('');
}

function evaluate(expression: string, dot: Value, defined: ReadonlyMap<string, Node[]>): Value {
  const words = expression.match(/"(?:[^"\\]|\\.)*"|[^\s"|]+|\|/g) ?? [];
  const stages = words.join(' ').split(' | ');
  return stages.reduce<Value>((piped, stage, at) => {
    const [head = '', ...rest] = stage.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
    const args = rest.map((word) => operand(word, dot));
    return at === 0 && !(head in FUNCTIONS) && rest.length === 0 && head !== 'include'
      ? operand(head, dot)
      : call(head, at === 0 ? args : [...args, piped], defined);
  }, undefined);
}

function operand(word: string, dot: Value): Value {
  if (word.startsWith('"')) return JSON.parse(word);
  if (/^\d+$/.test(word)) return Number(word);
  if (word === '.') return dot;
  if (!/^(?:\.[A-Za-z_]\w*)+$/.test(word)) throw new Error(`no operand: ${word}`);
  return word
    .slice(1)
    .split('.')
    .reduce<Value>((at, key) => {
      if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) throw new Error(`nothing at ${word}`);
      return (at as Record<string, Value>)[key];
    }, dot);
}

const FUNCTIONS: Readonly<Record<string, (...args: Value[]) => Value>> = {
  quote: (value) => JSON.stringify(printed(value)),
  int64: (value) => Math.trunc(Number(value)),
  toYaml: (value) => stringify(value, { lineWidth: 0, compat: 'yaml-1.1', aliasDuplicateObjects: false }).trimEnd(),
  nindent: (count, text) => `\n${indented(Number(count), printed(text))}`,
  sha256sum: (text) => createHash('sha256').update(printed(text)).digest('hex'),
  trunc: (count, text) => printed(text).slice(0, Number(count)),
};

function call(name: string, args: readonly Value[], defined: ReadonlyMap<string, Node[]>): Value {
  if (name === 'include') {
    const body = defined.get(printed(args[0]));
    if (body === undefined) throw new Error(`nothing is defined as ${printed(args[0])}`);
    return render(body, args[1], defined);
  }
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (known === undefined) throw new Error(`no function ${name}`);
  return known(...args);
}

/** As Helm's `nindent` does: every line, empty ones too. */
function indented(count: number, text: string): string {
  return text
    .split('\n')
    .map((line) => ' '.repeat(count) + line)
    .join('\n');
}

/** Go prints floating-point numbers of a million and more with an exponent; what is read from YAML is one. */
function printed(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`cannot be printed: ${JSON.stringify(value)}`);
}

function isEmpty(value: Value): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === '' || value === 0 || value === false;
}
