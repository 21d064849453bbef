// Own checks of two languages whose compilers are not to be had here. They see less than a compiler does: tokens that
// cannot be, brackets and texts that do not end, and for HypnoScript the statements that its published parser knows.

interface Token {
  readonly text: string;
  readonly line: number;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Splits by alternatives tried in turn at each place; what fits none is a fault. */
function tokens(text: string, pattern: RegExp): { readonly tokens: readonly Token[]; readonly faults: string[] } {
  const found: Token[] = [];
  let line = 1;
  for (let at = 0; at < text.length;) {
    pattern.lastIndex = at;
    const match = pattern.exec(text)?.[0];
    if (match === undefined || match === '') return { tokens: found, faults: [`line ${line}: no token`] };
    if (!/^(?:\s|\/\/|\/\*)/.test(match)) found.push({ text: match, line });
    line += match.split('\n').length - 1;
    at += match.length;
  }
  return { tokens: found, faults: [] };
}

function unbalanced(all: readonly Token[]): string[] {
  const open: string[] = [];
  for (const { text, line } of all) {
    const closing = CLOSING[text];
    if (closing !== undefined) open.push(closing);
    else if (')]}'.includes(text) && open.pop() !== text) return [`line ${line}: ${text} closes nothing`];
  }
  return open.map((bracket) => `${bracket} is missing`);
}

const GO =
  /\s+|\/\/[^\n]*|"(?:[^"\\\n]|\\(?:[abfnrtv\\"]|x[0-9a-fA-F]{2}|u(?!d[89a-f])[0-9a-fA-F]{4}|U00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4}))*"|`[^`]*`|'(?:[^'\\\n]|\\[nrt\\'])'|[A-Za-z_]\w*|\d+(?:\.\d+)?|<-|:=|&&|\|\||[-+*/%=!<>]=|\+\+|--|<<|[-+*/%=!<>&|.,:;(){}[\]]/y;

/** Of Go: tokens, brackets, one package, imports that are used. */
export function goFaults(text: string): string[] {
  const { tokens: all, faults } = tokens(text, GO);
  if (faults.length > 0) return faults;
  const words = all.map((token) => token.text);
  const block = /^import \(\n([\s\S]*?)^\)/m.exec(text)?.[1] ?? /^import (".*")$/m.exec(text)?.[1] ?? '';
  const imported = [...block.matchAll(/"([^"]+)"/g)].map((match) => (match[1] ?? '').split('/').at(-1) ?? '');
  const used = (name: string): boolean => words.some((word, at) => word === name && words[at + 1] === '.');
  return [
    ...unbalanced(all),
    ...(words[0] === 'package' ? [] : ['does not begin with its package']),
    ...imported.filter((name) => !used(name)).map((name) => `${name} is imported and not used`),
  ];
}

const HYPNOSCRIPT =
  /\s+|\/\/[^\n]*|"(?:[^"\\$]|\\[ntr\\"$]|\$(?!\{))*"|[A-Za-z_]\w*|\d+(?:\.\d+)?|&&|\|\||[-+*/%=!<>]=|[-+*/%=!<>.,:;(){}[\]]/y;

/** After the parser of its runtime in Rust: `Focus { … } Relax`, `entrance` only directly within, a `;` after each statement. */
export function hypnoScriptFaults(text: string): string[] {
  const { tokens: all, faults } = tokens(text, HYPNOSCRIPT);
  if (faults.length > 0) return faults;
  const words = all.map((token) => token.text);
  const isProgram = words[0] === 'Focus' && words[1] === '{' && words.at(-2) === '}' && words.at(-1) === 'Relax';
  if (!isProgram) return ['is not of the form Focus { … } Relax'];
  try {
    const parser = new HypnoScript(words.slice(2, -2));
    while (!parser.isAtEnd()) parser.statement(true);
    return unbalanced(all);
  } catch (error) {
    return [String(error)];
  }
}

/** Recursive descent over the statements that the scaffold's programs are made of. */
class HypnoScript {
  private at = 0;

  constructor(private readonly words: readonly string[]) {}

  isAtEnd(): boolean {
    return this.at >= this.words.length;
  }

  statement(isTop: boolean): void {
    switch (this.words[this.at]) {
      case 'entrance':
        if (!isTop) throw new Error('entrance stands only at the top');
        this.take('entrance');
        return this.block();
      case 'suggestion':
        this.take('suggestion');
        this.name();
        this.parameters();
        this.type();
        return this.block();
      case 'induce':
        this.take('induce');
        this.name();
        this.type();
        this.take('=');
        this.expression();
        return this.take(';');
      case 'if':
        this.take('if');
        this.take('(');
        this.expression();
        this.take(')');
        this.block();
        if (this.words[this.at] !== 'else') return;
        this.take('else');
        return this.block();
      case 'observe':
      case 'awaken':
        this.at += 1;
        this.expression();
        return this.take(';');
      default:
        this.expression();
        return this.take(';');
    }
  }

  private block(): void {
    this.take('{');
    while (this.words[this.at] !== '}') this.statement(false);
    this.take('}');
  }

  private parameters(): void {
    this.take('(');
    while (this.words[this.at] !== ')') {
      this.name();
      this.type();
      if (this.words[this.at] !== ')') this.take(',');
    }
    this.take(')');
  }

  private type(): void {
    if (this.words[this.at] !== ':') return;
    this.take(':');
    if (!/^(?:string|number|boolean)$/.test(this.words[this.at] ?? '')) throw new Error('no type');
    this.at += 1;
  }

  private expression(): void {
    this.operand();
    while (/^(?:\+|-|\*|\/|%|==|!=|<|>|<=|>=|&&|\|\|)$/.test(this.words[this.at] ?? '')) {
      this.at += 1;
      this.operand();
    }
  }

  private operand(): void {
    const word = this.words[this.at] ?? '';
    if (word === '(') {
      this.take('(');
      this.expression();
      return this.take(')');
    }
    if (!/^["\w]/.test(word)) throw new Error(`${word} begins no expression`);
    this.at += 1;
    if (this.words[this.at] !== '(') return;
    this.take('(');
    while (this.words[this.at] !== ')') {
      this.expression();
      if (this.words[this.at] !== ')') this.take(',');
    }
    this.take(')');
  }

  private name(): void {
    if (!/^[A-Za-z_]\w*$/.test(this.words[this.at] ?? ''))
      throw new Error(`${this.words[this.at] ?? 'the end'} is no name`);
    this.at += 1;
  }

  private take(word: string): void {
    if (this.words[this.at] !== word) throw new Error(`${word} expected, not ${this.words[this.at] ?? 'the end'}`);
    this.at += 1;
  }
}
