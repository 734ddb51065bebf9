/**
 * Finds import circles, also those that only types close: what imports one
 * another in a circle can be understood and moved only as a whole.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-types|node_modules)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    // sees imports of types, which a compilation leaves out
    tsPreCompilationDeps: true,
  },
};
