module.exports = {
  root: true,
  extends: ['@spotify/eslint-config-base', 'prettier'],
  env: { node: true, es2022: true },
  parserOptions: { ecmaVersion: 2022, sourceType: 'module' },
  overrides: [{ files: ['*.cjs'], parserOptions: { sourceType: 'script' } }],
  rules: {
    // these programs talk to the person in front of them
    'no-console': 'off',
    'no-use-before-define': ['error', { functions: false, variables: false }],
  },
};
