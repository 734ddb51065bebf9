const { readdirSync } = require('node:fs');

// The rooms of the screens and what each may use beside itself and the packages
// it depends on. Features are rooms of their own: none may use another.
const mayUse = {
  lib: [],
  i18n: ['lib'],
  data: ['lib'],
  ui: ['i18n', 'lib'],
  components: ['ui', 'data', 'i18n', 'lib', 'routes.ts'],
  page: ['features', 'components', 'ui', 'data', 'i18n', 'lib', 'routes.ts'],
};

const zone = (room, allowed) => ({
  target: `./src/${room}`,
  from: './src',
  except: [room, ...allowed].map(name => `./${name}`),
  message: `${room} may use ${allowed.join(', ') || 'no other room'}.`,
});

const features = readdirSync(`${__dirname}/src/features`);
const layering = {
  'import/no-restricted-paths': [
    'error',
    {
      basePath: __dirname,
      zones: [
        ...Object.entries(mayUse).map(([room, allowed]) => zone(room, allowed)),
        ...features.map(name =>
          zone(`features/${name}`, [
            'components',
            'ui',
            'data',
            'i18n',
            'lib',
            'routes.ts',
          ]),
        ),
      ],
    },
  ],
};

const onlyInUi = {
  '@typescript-eslint/no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          group: [
            '@material-ui/*',
            '@backstage/core-components',
            '@backstage/ui',
          ],
          message: 'The room ui alone knows component libraries.',
        },
      ],
    },
  ],
};

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  settings: {
    // without these the import rules see no TypeScript file, and pass
    'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
    'import/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
  },
  overrides: [
    {
      files: ['src/**/*.ts', 'src/**/*.tsx'],
      excludedFiles: ['**/*.test.ts', '**/*.test.tsx', '**/__testUtils__/**'],
      rules: layering,
    },
    {
      files: ['src/**/*.ts', 'src/**/*.tsx'],
      excludedFiles: ['src/ui/**'],
      rules: onlyInUi,
    },
  ],
});
