// `spandrel export FORMAT FILE`: one command for each exporter in the list, with the exporter's own options as flags.
import { Option, type Command } from 'commander';
import type { ExportFile, Exporter, ExportOption, ExportOptions } from '../../../src/exporters/exporter.ts';
import { isError, succeed, type Finding, type Outcome } from '../../../src/model/finding.ts';
import { done, notGood, type Ending } from '../exit.ts';
import { absolutePath, STANDARD, type Io } from '../io.ts';
import { findingsText, withForce } from '../print-findings.ts';
import { printable } from '../printable.ts';
import type { Verb } from '../verb.ts';

/** Of a file that an option names. */
const MOST_OPTION_BYTES = 2 ** 26;

interface Options extends Record<string, unknown> {
  readonly out?: string;
  readonly strict?: true;
  readonly force?: true;
  readonly diff?: true;
  readonly keepEdited?: true;
  readonly json?: true;
}

export const exportVerb: Verb = {
  name: 'export',
  summary: 'turn a design into files of another format',
  examples: [
    'export mermaid shop.spandrel.json',
    'export kubernetes shop.spandrel.json --out manifests',
    'export kubernetes shop.spandrel.json --out shop.yaml --force',
    'export kubernetes shop.spandrel.json --out manifests --diff',
    'export mermaid - --out - < shop.spandrel.json',
  ],
  async define(command, io, end) {
    const { exporters } = await import('../../../src/exporters/index.ts');
    command.usage(`${exporters.map(({ id }) => id).join('|')} FILE [options]`);
    for (const exporter of exporters) {
      const format = command.command(exporter.id).description(exporter.description);
      defineFormat(format, exporter).action(async (file: string, options: Options) => {
        end(await runExport(exporter, file, options, io, format));
      });
    }
  },
};

function defineFormat(command: Command, exporter: Exporter): Command {
  command
    .argument('<file>', 'a design file, or - for standard input')
    .option('--out <path>', outHelp(exporter))
    .option('--strict', 'fail where the format cannot say everything that the design says')
    .option('--force', 'overwrite files that are there already')
    .option('--diff', 'print what would change at --out as a unified diff, and write nothing')
    .option('--keep-edited', 'leave files that a person wrote or changed as they are, and write the others')
    .option('--json', 'print what was made as one JSON document');
  for (const option of exporter.options) command.addOption(toFlag(option));
  return command;
}

function outHelp(exporter: Exporter): string {
  return exporter.stream
    ? 'a folder; a name in .yaml gets one stream, one in .zip an archive; - or nothing is standard output'
    : 'the file to write (a folder or .zip for several files); - or nothing is standard output';
}

/** A switch that is on by default is turned off with `--no-…`. */
function toFlag(option: ExportOption): Option {
  const name = option.key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (option.type === 'switch') return new Option(option.default === true ? `--no-${name}` : `--${name}`, option.help);
  const value = option.type === 'choice' ? 'choice' : option.isFile === true ? 'file' : 'text';
  const flag = new Option(`--${name} <${value}>`, option.help);
  if (option.choices) flag.choices([...option.choices]);
  return flag.default(option.default);
}

function optionsFor(exporter: Exporter, options: Options): ExportOptions {
  const given = (option: ExportOption): string | boolean => {
    const value = options[option.key];
    return typeof value === 'string' || typeof value === 'boolean' ? value : option.default;
  };
  return Object.fromEntries(exporter.options.map((option) => [option.key, given(option)]));
}

/** The content of each file that an option names. */
async function withFiles(exporter: Exporter, options: ExportOptions, io: Io): Promise<Outcome<ExportOptions>> {
  const filled: Record<string, string | boolean> = { ...options };
  for (const { key, isFile } of exporter.options) {
    const path = options[key];
    if (isFile !== true || typeof path !== 'string' || path === '') continue;
    const { readDecoded } = await import('../../files/read-text.ts');
    const read = await readDecoded(absolutePath(io, path), MOST_OPTION_BYTES);
    if (!read.ok) return read;
    filled[key] = read.value.text;
  }
  return succeed(filled);
}

async function runExport(
  exporter: Exporter,
  file: string,
  options: Options,
  io: Io,
  command: Command,
): Promise<Ending> {
  const [{ readDesignInput }, { validateDesign }, { runExporter }, { setRasteriser }, { nodeRasteriser }] =
    await Promise.all([
      import('../input.ts'),
      import('../../../src/catalogue/validate.ts'),
      import('../../../src/exporters/index.ts'),
      import('../../../src/exporters/picture/raster.ts'),
      import('../../files/raster.ts'),
    ]);
  const read = await readDesignInput(file, io);
  if (!read.ok) return notGood(file, read.findings);
  const errors = validateDesign(read.value).filter(isError);
  if (errors.length > 0) return notGood(file, errors);
  const filled = await withFiles(exporter, optionsFor(exporter, options), io);
  if (!filled.ok) return notGood(file, filled.findings);
  setRasteriser(nodeRasteriser);
  const made = await runExporter(exporter, read.value, filled.value);
  if (!made.ok) return notGood(file, made.findings);
  const lost = made.notes.filter((note) => note.severity !== 'advice');
  if (options.strict && lost.length > 0) return notGood(file, lost);
  io.err(findingsText(file, made.notes));
  return deliver(exporter, made.value, made.notes, options, io, command);
}

async function deliver(
  exporter: Exporter,
  files: readonly ExportFile[],
  notes: readonly Finding[],
  options: Options,
  io: Io,
  command: Command,
): Promise<Ending> {
  const { out } = options;
  if (out === undefined || out === STANDARD) {
    if (options.diff || options.keepEdited) command.error('error: --diff and --keep-edited need --out PATH');
    if (options.json) await io.out(`${JSON.stringify({ files, notes }, null, 2)}\n`);
    else await io.out(oneText(exporter, files, command));
    return done;
  }
  const laid = layOut(exporter, files, out);
  const target = absolutePath(io, out);
  if (options.diff) return printDiff(laid, target, out, notes, options, io);
  const { writeExport } = await import('../../files/write-export.ts');
  const kept = options.keepEdited ? await keptIn(laid, target) : succeed<readonly string[]>([]);
  if (!kept.ok) return notGood(out, kept.findings);
  const wanted = laid.files.filter((file) => !kept.value.includes(file.path));
  if (kept.value.length > 0) io.err(`${kept.value.map((path) => printable(`${out}: ${path} is kept`)).join('\n')}\n`);
  const written =
    wanted.length === 0
      ? succeed<readonly string[]>([])
      : await writeExport(target, wanted, laid.shape, { overwrite: options.force === true });
  if (!written.ok) return notGood(out, withForce(written.findings));
  const report = { written: written.value, ...(options.keepEdited && { kept: kept.value }), notes };
  if (options.json) await io.out(`${JSON.stringify(report, null, 2)}\n`);
  else
    await io.out(`${out}: ${String(written.value.length)} ${written.value.length === 1 ? 'file' : 'files'} written\n`);
  return done;
}

/** The files that a person wrote or changed. An archive is one file, so it is kept or refused as a whole. */
async function keptIn({ files, shape }: Layout, target: string): Promise<Outcome<readonly string[]>> {
  if (shape === 'archive') return succeed([]);
  const { compareExport } = await import('../../files/compare-export.ts');
  const compared = await compareExport(target, files, shape);
  if (!compared.ok) return compared;
  return succeed(
    compared.value.flatMap(({ path, state }) => (state === 'edited' || state === 'foreign' ? [path] : [])),
  );
}

async function printDiff(
  { files, shape }: Layout,
  target: string,
  out: string,
  notes: readonly Finding[],
  options: Options,
  io: Io,
): Promise<Ending> {
  const [{ compareExport }, { diffNote, unifiedDiff }] = await Promise.all([
    import('../../files/compare-export.ts'),
    import('../export-diff.ts'),
  ]);
  const compared = await compareExport(target, files, shape);
  if (!compared.ok) return notGood(out, compared.findings);
  if (options.json) {
    await io.out(`${JSON.stringify({ files: compared.value, notes }, null, 2)}\n`);
    return done;
  }
  io.err(diffNote(out, compared.value));
  await io.out(unifiedDiff(files, compared.value));
  return done;
}

function oneText(exporter: Exporter, files: readonly ExportFile[], command: Command): string | Uint8Array {
  if (exporter.stream) return exporter.stream(files);
  const [file] = files;
  if (file === undefined || files.length > 1) command.error(`error: ${exporter.id} is several files and needs --out`);
  return file.encoding === undefined ? file.text : Buffer.from(file.text, file.encoding);
}

interface Layout {
  readonly files: readonly ExportFile[];
  readonly shape: 'single' | 'archive' | 'folder';
}

/** For a format of several files the ending of the name decides; a format of one file is that file. */
function layOut(exporter: Exporter, files: readonly ExportFile[], out: string): Layout {
  const isSeveral = exporter.stream !== null || files.length > 1;
  if (!isSeveral) return { files, shape: 'single' };
  if (out.endsWith('.zip')) return { files, shape: 'archive' };
  if (exporter.stream && out.endsWith('.yaml')) {
    return { files: [{ path: exporter.fileName, text: exporter.stream(files) }], shape: 'single' };
  }
  return { files, shape: 'folder' };
}
