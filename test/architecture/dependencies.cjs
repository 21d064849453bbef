// Which way imports point, as rules for dependency-cruiser; type imports count as well.
const rooms = [
  'texts',
  'model',
  'catalogue',
  'layout',
  'simulation',
  'deployment',
  'analysis',
  'review',
  'importers',
  'exporters',
  'report',
  'commands',
  'ipc',
];
const notTests = '\\.test\\.tsx?$';

/** A room of the core imports only itself and the rooms above it in the list. */
const order = rooms.slice(0, -1).map((room, index) => ({
  name: `core-order-${room}`,
  severity: 'error',
  comment: `src/${room} imports only rooms above it: ${rooms.slice(0, index).join(', ') || 'none'}`,
  from: { path: `^src/${room}/`, pathNot: notTests },
  to: { path: `^src/(${rooms.slice(index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...order,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'The core knows no host: no Electron, React, threads or Node.',
      from: { path: '^src/', pathNot: notTests },
      to: {
        path: '(^(electron|react|react-dom|piscina|zustand|ws)$)|node_modules/(electron|react|react-dom|piscina|zustand|ws|@xyflow)/',
      },
    },
    {
      name: 'core-has-no-node',
      severity: 'error',
      from: { path: '^src/', pathNot: notTests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-imports-only-core',
      severity: 'error',
      from: { path: '^src/', pathNot: notTests },
      to: { path: '^(main|worker|renderer|test)/' },
    },
    {
      name: 'worker-imports-core',
      severity: 'error',
      from: { path: '^worker/', pathNot: notTests },
      to: { path: '^(main|renderer|test)/' },
    },
    {
      name: 'main-imports-core-and-worker',
      severity: 'error',
      from: { path: '^main/', pathNot: notTests },
      to: { path: '^(renderer|test)/' },
    },
    {
      name: 'renderer-imports-core',
      severity: 'error',
      from: { path: '^renderer/', pathNot: notTests },
      to: { path: '^(main|worker|test)/' },
    },
    {
      name: 'electron-only-at-the-door',
      severity: 'error',
      from: { path: '^main/', pathNot: '^main/(index|preload|desktop/.*)\\.ts$|' + notTests },
      to: { path: '^electron$|node_modules/electron/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(electron|vite/client)|\\?' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|test-results)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
};
