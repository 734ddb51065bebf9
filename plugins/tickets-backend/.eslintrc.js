const { readdirSync } = require('node:fs');

// The rooms of the backend and what each may use beside itself and the
// packages it depends on. A room that is not listed may use nothing.
const mayUse = {
  domain: [],
  config: ['domain'],
  store: ['domain'],
  files: ['store', 'config'],
  desk: ['domain', 'store', 'config', 'files'],
  http: ['desk', 'config'],
  public: ['http', 'desk', 'files', 'config'],
  imports: ['desk', 'config'],
  intakes: ['desk', 'config'],
  actions: ['desk', 'config'],
  schedule: ['desk', 'config'],
  cli: ['desk', 'config'],
  outbox: ['desk', 'store', 'config'],
};

const rooms = readdirSync(`${__dirname}/src`, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && !entry.name.startsWith('__'))
  .map(entry => entry.name);

const layering = {
  'import/no-restricted-paths': [
    'error',
    {
      basePath: __dirname,
      zones: rooms.map(room => {
        const allowed = mayUse[room] ?? [];
        return {
          target: `./src/${room}`,
          from: './src',
          except: [room, ...allowed].map(name => `./${name}`),
          message: `The room ${room} may use ${
            allowed.join(', ') || 'no other room'
          }.`,
        };
      }),
    },
  ],
};

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  settings: {
    // without these the import rules see no TypeScript file, and pass
    'import/resolver': { node: { extensions: ['.ts', '.js'] } },
    'import/parsers': { '@typescript-eslint/parser': ['.ts'] },
  },
  overrides: [
    {
      files: ['src/**/*.ts'],
      excludedFiles: ['**/*.test.ts', '**/__testUtils__/**'],
      rules: layering,
    },
    {
      // writes what is committed, and is no part of the package
      files: ['src/http/openapi/written/**'],
      rules: { '@backstage/no-undeclared-imports': 'off' },
    },
  ],
});
