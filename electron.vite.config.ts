// The three builds: the Node side (Electron entry, command line, worker), the sandboxed bridge, and the window.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** What a command needs anyway lies in few files, as each costs a millisecond or two to find and load. */
const commandChunks = [
  {
    name: 'engine',
    test: /[\\/](?:src[\\/]simulation[\\/](?!merge|compile|result|tracing[\\/]otlp)|worker[\\/](?!pool|patient|inline|distributed))/,
  },
  // Together, so that the one has run before any schema is made of the other.
  { name: 'zod', test: /[\\/]node_modules[\\/]zod[\\/]|quick-schemas/ },
  // A finding is told without a design as well: help and wrong usage load nothing of it.
  {
    name: 'design',
    test: /[\\/](?:src[\\/](?:model[\\/](?!finding\.)|catalogue[\\/])|node_modules[\\/]jsonc-parser[\\/])/,
  },
];

export default defineConfig({
  main: {
    build: {
      target: 'node20',
      // One bundle, which starts faster than many packages and lets a worker thread run outside the app's archive.
      // Apart stay piscina, since it looks for its own worker file beside itself, the canvas, which is native, and what
      // talks to Redis, which few commands need.
      externalizeDeps: false,
      rollupOptions: {
        external: ['piscina', '@napi-rs/canvas', 'bullmq', 'ioredis'],
        input: { index: at('main/index.ts'), cli: at('main/cli.ts'), worker: at('worker/run.ts') },
        // The engine's places in its arrays become literals: V8 would read each constant of a module at each use.
        optimization: { inlineConst: true },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          // Few files where a command needs them all anyway: each costs a millisecond or two to find and load.
          codeSplitting: { includeDependenciesRecursively: false, groups: commandChunks },
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed bridge can load nothing but itself.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    // Relative, so that the page works below the loopback host's token.
    base: './',
    plugins: [react()],
    // What a thread exports nobody asks for, yet a script of this form is to have a name.
    worker: { rolldownOptions: { output: { name: 'thread' } } },
    build: { minify: true, rollupOptions: { input: { index: at('renderer/index.html') } } },
  },
});
