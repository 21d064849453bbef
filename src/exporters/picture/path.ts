// The paths of the pictures, spelled out: one command at a time with spaces between its figures. The icons are written as
// short as SVG allows, with flags that run into the next figure, which not every reader understands.

/** How many figures a command takes. */
const FIGURES: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };
const FIGURE = /[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/y;
const FLAG = /[\s,]*([01])/y;

export function spelledOut(path: string): string {
  return [...path.matchAll(/([a-df-z])([^a-df-z]*)/gi)]
    .flatMap(([, command = '', rest = '']) => commandsOf(command, rest))
    .join(' ');
}

/** After the first pair of a move come lines. */
function commandsOf(command: string, rest: string): string[] {
  const size = FIGURES[command.toLowerCase()] ?? 0;
  const all = figuresOf(rest, command.toLowerCase() === 'a');
  if (size === 0) return [command];
  const next = command === 'm' ? 'l' : command === 'M' ? 'L' : command;
  const commands: string[] = [];
  for (let at = 0; at + size <= all.length; at += size) {
    commands.push([at === 0 ? command : next, ...all.slice(at, at + size)].join(' '));
  }
  return commands;
}

function figuresOf(text: string, isArc: boolean): string[] {
  const figures: string[] = [];
  let at = 0;
  for (;;) {
    const place = figures.length % 7;
    const form = isArc && (place === 3 || place === 4) ? FLAG : FIGURE;
    form.lastIndex = at;
    const found = form.exec(text)?.[1];
    if (found === undefined) return figures;
    figures.push(found);
    at = form.lastIndex;
  }
}
