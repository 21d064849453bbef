// Each end-to-end test is written once and runs in two hosts: a real browser over the loopback host, and Electron.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  projects: [{ name: 'browser' }, { name: 'electron' }],
  // Recording costs a sixth of the time; where a failure cannot be understood without it: --trace on.
  use: { trace: 'off' },
});
