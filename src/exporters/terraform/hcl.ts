// A small writer of HCL, the language of Terraform: objects in, text as `terraform fmt` leaves it out.

/** An expression that is written as it is, such as `var.namespace`. */
export class Expression {
  constructor(readonly text: string) {}
}

/** A function of Terraform with one argument, such as `jsonencode([…])`. */
export class Call {
  constructor(
    readonly name: string,
    readonly argument: Value,
  ) {}
}

export type Value =
  string | number | boolean | Expression | Call | readonly Value[] | { readonly [key: string]: Value };

/** A block within another, such as `container { … }`. */
export interface Block {
  readonly type: string;
  readonly labels?: readonly string[];
  readonly body: Body;
}

/** Attributes and blocks in their order. */
export type Body = readonly (readonly [name: string, value: Value] | Block)[];

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' };

export function expression(text: string): Expression {
  return new Expression(text);
}

export function block(type: string, labels: readonly string[], body: Body): Block {
  return { type, labels, body };
}

/** One file of blocks, each parted from the next by an empty line. */
export function toHcl(blocks: readonly Block[]): string {
  return blocks.map((one) => blockLines(one, '').join('\n') + '\n').join('\n');
}

/** In quotes, so that neither a template nor an escape is seen in it. */
export function quoted(text: string): string {
  const plain = text
    .replace(/["\\\n\r\t]/g, (character) => ESCAPES[character] ?? character)

    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g, numbered)
    .replace(/([$%]+)\{/g, (_, signs: string) =>
      signs.length === 1 ? `${signs}${signs}{` : `${[...signs].map(numbered).join('')}{`,
    );
  return `"${plain}"`;
}

function numbered(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function blockLines({ type, labels = [], body }: Block, indent: string): string[] {
  const head = `${indent}${[type, ...labels.map((label) => JSON.stringify(label))].join(' ')} {`;
  return body.length === 0 ? [`${head}}`] : [head, ...bodyLines(body, `${indent}  `), `${indent}}`];
}

function bodyLines(body: Body, indent: string): string[] {
  const lines: string[] = [];
  let run: (readonly [string, string])[] = [];
  const endRun = () => {
    lines.push(...aligned(run, indent));
    run = [];
  };
  for (const entry of body) {
    if ('type' in entry) {
      endRun();
      if (lines.length > 0) lines.push('');
      lines.push(...blockLines(entry, indent));
      continue;
    }
    const value = valueText(entry[1], indent);
    if (!value.includes('\n')) run.push([entry[0], value]);
    else {
      endRun();
      lines.push(`${indent}${entry[0]} = ${value}`);
    }
  }
  endRun();
  return lines;
}

/** Lines that follow each other have their signs under each other. */
function aligned(run: readonly (readonly [string, string])[], indent: string): string[] {
  const width = Math.max(0, ...run.map(([name]) => name.length));
  return run.map(([name, value]) => `${indent}${name.padEnd(width)} = ${value}`);
}

function valueText(value: Value, indent: string): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isList(value)) return listText(value, indent);
  if (value instanceof Expression) return value.text;
  if (value instanceof Call) return `${value.name}(${valueText(value.argument, indent)})`;
  const entries = Object.entries(value as { readonly [key: string]: Value });
  if (entries.length === 0) return '{}';
  const body: Body = entries.map(([key, inner]) => [keyText(key), inner] as const);
  return ['{', ...bodyLines(body, `${indent}  `), `${indent}}`].join('\n');
}

function listText(values: readonly Value[], indent: string): string {
  const texts = values.map((value) => valueText(value, `${indent}  `));
  const isShort = texts.every((text) => !text.includes('\n')) && texts.join(', ').length <= 80;
  if (isShort) return `[${texts.join(', ')}]`;
  return ['[', ...texts.map((text) => `${indent}  ${text},`), `${indent}]`].join('\n');
}

function keyText(key: string): string {
  return IDENTIFIER.test(key) ? key : quoted(key);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
