// Unit tests beside the code, laws, golden files and the contract from outside; one run, so that one count comes out.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [react()],
  test: {
    include: ['{src,main,worker,renderer}/**/*.test.{ts,tsx}', 'test/{architecture,contract,golden,laws}/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
