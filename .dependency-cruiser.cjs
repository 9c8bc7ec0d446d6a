/** The import rules of docs/architecture.md. Run by `npm run check`. */
const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    only('no-cycles', 'A cycle hides which of two ideas comes first.', {}, { circular: true }),
    only('resolvable', 'Every import must resolve.', {}, { couldNotResolve: true }),
    only(
      'shared-is-pure',
      'shared/ runs in every process: no Node, no Electron, nothing of the others.',
      { path: '^src/shared' },
      {
        path: '^src/(main|preload|renderer|engine|cli)|^node_modules/electron/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    only(
      'shared-has-no-node',
      'shared/ has no Node.',
      { path: '^src/shared' },
      { dependencyTypes: ['core'] },
    ),
    only(
      'window-knows-only-the-contract',
      'renderer and preload never see the engine.',
      { path: '^src/(renderer|preload)' },
      { path: '^src/(engine|cli|main)' },
    ),
    only(
      'renderer-has-no-node',
      'The page runs in a sandbox.',
      { path: '^src/renderer' },
      { dependencyTypes: ['core'] },
    ),
    only(
      'main-has-no-business',
      'main never touches SQL, AWS or rules.',
      { path: '^src/main' },
      { path: '^src/(engine|cli|renderer)', pathNot: '^src/engine/transport' },
    ),
    only(
      'engine-has-no-window',
      'The engine starts in plain Node.',
      { path: '^src/engine' },
      { path: '^src/(main|preload|renderer|cli)|node_modules/electron/' },
    ),
    only(
      'sdk-only-in-aws-and-collectors',
      'Only aws/ and collectors/ touch the SDK; the latter for types alone.',
      { path: '^src/engine', pathNot: '^src/engine/(aws|collectors)/' },
      { path: 'node_modules/@aws-sdk/' },
    ),
    only(
      'sql-only-in-store',
      'Only store/ touches SQLite.',
      { path: '^src', pathNot: '^src/engine/store/' },
      { path: 'node_modules/(better-sqlite3|kysely)/', dependencyTypesNot: ['type-only'] },
    ),
    only(
      'checks-are-pure',
      'A check sees what was read and nothing else: no store, no network, no clock.',
      { path: '^src/engine/checks' },
      {
        path: '^src/engine/(store|aws|snapshot|findings|compare|reports|jobs|sample)/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    only(
      'checks-have-no-node',
      'A check reads no file and no clock.',
      { path: '^src/engine/checks' },
      { dependencyTypes: ['core'] },
    ),
    only(
      'stages-know-only-the-left',
      'AWS → collectors → snapshot → checks → findings → compare → reports: no stage knows the next.',
      { path: '^src/engine/(aws|collectors)/' },
      { path: '^src/engine/(snapshot|checks|findings|compare|reports)/', dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|test-results)' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
