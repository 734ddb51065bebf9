// The benchmark is no part of what is published, and reaches two things that
// are no packages: the desk's own rules and rows, with which it seeds, and the
// tools of the repository's scripts. Each has one door; elsewhere the rule holds.
const doors = ['src/tools.ts', 'src/seed/desk.ts', '**/__testUtils__/desk.ts'];

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      files: doors,
      rules: {
        '@backstage/no-relative-monorepo-imports': 'off',
        'no-restricted-imports': 'off',
      },
    },
    {
      // a backend of its own, in which the desk is installed
      files: ['src/backend/index.ts'],
      rules: { '@backstage/no-mixed-plugin-imports': 'off' },
    },
  ],
});
