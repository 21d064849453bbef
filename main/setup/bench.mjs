// `npm run bench`, `npm run bench:distributed` and `npm run laws:coverage`: build one of the programs in test/bench with the engine as the app is built,
// and run it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './install.mjs';

ensureInstalled();
// What is started as a program is the one that is there.
if (!ensureBuilt()) process.exit(1);
const { build } = await import('vite');
const [program = 'bench', ...rest] = process.argv.slice(2);
const outDir = join(root, 'out', 'bench', program);
await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: join(root, 'test', 'bench', `${program}.ts`),
    target: 'node20',
    outDir,
    emptyOutDir: true,
    rollupOptions: { optimization: { inlineConst: true }, output: { format: 'es', entryFileNames: 'bench.js' } },
  },
  // One file, without packages to be found at run time, but for those that the app finds there too.
  ssr: { noExternal: true, external: ['bullmq', 'ioredis', 'piscina'] },
});
const { status } = spawnSync(process.execPath, [join(outDir, 'bench.js'), ...rest], {
  stdio: 'inherit',
  cwd: root,
});
process.exitCode = status ?? 1;
