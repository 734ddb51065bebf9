// The rehearsals are no part of what is published, and use the tools of the
// repository's scripts, which are no package. They have one door.
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      files: ['src/tools.ts'],
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
