// A PDF as poppler reads it, where it is there, and as the library reads it back everywhere.
import { spawnSync } from 'node:child_process';
import { PDFDocument } from 'pdf-lib';
import { expect } from 'vitest';
import type { Reader } from './reader.ts';

export const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0 && spawnSync('pdfinfo', ['-v']).status === 0;

/** The texts of the page, in its order. */
export function textOfPdf(bytes: Buffer): string {
  const { stdout, stderr, status } = spawnSync('pdftotext', ['-', '-'], { input: bytes });
  expect([status, stderr.toString()]).toEqual([0, '']);
  return stdout.toString();
}

export const pdf: Reader = async (files) => {
  for (const { text } of files) {
    const bytes = Buffer.from(text, 'base64');
    const document = await PDFDocument.load(bytes, { throwOnInvalidObject: true, updateMetadata: false });
    expect(document.getPageCount()).toBe(1);
    const { width, height } = document.getPage(0).getSize();
    expect(Math.min(width, height)).toBeGreaterThan(50);
    if (!hasPoppler) continue;
    expect(textOfPdf(bytes).trim()).not.toBe('');
    const info = spawnSync('pdfinfo', ['-'], { input: bytes });
    expect([info.status, info.stderr.toString()]).toEqual([0, '']);
  }
};
