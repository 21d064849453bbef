// The compiler for TypeScript, Python's and Java's own where they are there, published schemas for the contracts and
// the compose file. No compiler of Go or HypnoScript is to be had: scaffold-grammar.ts has the forms that are held there.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv';
import ts from 'typescript';
import { expect } from 'vitest';
import { parse } from 'yaml';
import type { ExportFile } from '../../../src/exporters/exporter.ts';
import { goFaults, hypnoScriptFaults } from '../scaffold-grammar.ts';
import type { Reader } from './reader.ts';

const require = createRequire(import.meta.url);
/** Compiled when it is first asked for, since that takes its time. */
function schema(load: () => object): (document: object) => string[] {
  let validate: ReturnType<Ajv['compile']> | null = null;
  return (document) => {
    validate ??= new Ajv({ strict: false, validateFormats: false, logger: false }).compile(load());
    return validate(document) ? [] : [JSON.stringify(validate.errors)];
  };
}

const asyncApiFaults = schema(() => require('@asyncapi/specs/schemas/3.0.0-without-$id.json') as object);
const composeFaults = schema(() => {
  const text = readFileSync('node_modules/dclint/schemas/compose.schema.json', 'utf8');
  // It names its own language by an address that nothing answers to; draft 7 is what is taken anyway.
  return { ...(JSON.parse(text) as object), $schema: undefined };
});

/** What is wrong with files of which nothing has to be started to tell. */
export async function scaffoldFaults(files: readonly ExportFile[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { path, text } of files) {
    const found = await faultsOf(path, text);
    faults.push(...found.map((fault) => `${path}: ${fault}`));
  }
  return faults;
}

async function faultsOf(path: string, text: string): Promise<string[]> {
  if (path.endsWith('.ts')) return typescriptFaults(text);
  if (path.endsWith('.go')) return goFaults(text);
  if (path.endsWith('.hyp')) return hypnoScriptFaults(text);
  if (path.endsWith('.json')) return [typeof JSON.parse(text)].filter((type) => type !== 'object');
  if (!path.endsWith('.yaml') && !path.endsWith('.yml')) return [];
  const document = parse(text) as object;
  if (path.endsWith('/openapi.yaml')) return openApiFaults(document);
  if (path.endsWith('/asyncapi.yaml')) return asyncApiFaults(document);
  if (path === 'compose.yaml') return composeFaults(document);
  return [];
}

function typescriptFaults(text: string): string[] {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { diagnostics = [] } = ts.transpileModule(text, { compilerOptions: options, reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

const validator = new Validator();

async function openApiFaults(document: object): Promise<string[]> {
  const { valid, errors } = await validator.validate(document as Record<string, unknown>);
  return valid ? [] : [JSON.stringify(errors)];
}

export const scaffold: Reader = async (files) => {
  expect(await scaffoldFaults(files)).toEqual([]);
};
