// Terraform's own parser, and whether what is named is there.
import { expect } from 'vitest';
import { readTerraform, terraformFaults } from '../terraform-reader.ts';
import type { Reader } from './reader.ts';

export const terraform: Reader = async (files) => {
  expect((await readTerraform(files)).length).toBe(files.length);
  expect(terraformFaults(files)).toEqual([]);
};
