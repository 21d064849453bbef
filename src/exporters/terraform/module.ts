// What every Terraform module has: the versions it was made for, its variables and its outputs.
import { block, expression, type Block, type Body, type Value } from './hcl.ts';

export interface TerraformFile {
  readonly path: string;
  readonly blocks: readonly Block[];
}

/** Terraform and one provider, pinned to what was tried. */
export function versions(provider: string, source: string, version: string, settings: Body): readonly Block[] {
  return [
    block(
      'terraform',
      [],
      [['required_version', '>= 1.5.0'], block('required_providers', [], [[provider, { source, version }]])],
    ),
    block('provider', [provider], settings),
  ];
}

export function variable(name: string, description: string, fallback?: Value): Block {
  const type = typeof fallback === 'number' ? 'number' : 'string';
  return block(
    'variable',
    [name],
    [
      ['description', description],
      ['type', expression(type)],
      ...(fallback === undefined ? [] : [['default', fallback] as const]),
    ],
  );
}

export function output(name: string, description: string, value: Value): Block {
  return block(
    'output',
    [name],
    [
      ['description', description],
      ['value', value],
    ],
  );
}
