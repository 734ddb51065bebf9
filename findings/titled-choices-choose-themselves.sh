#!/usr/bin/env bash
# react-jsonschema-form fills in the first of a field's titled values (`oneOf`
# with `const` and `title`, which its documentation recommends for titles) as if
# it were the default, though the schema names none. A required question is then
# answered, valid and sent without anybody having looked at it; the same values
# as an `enum` stay empty. Only `experimental_defaultFormStateBehavior` with
# `constAsDefaults: 'never'` (or `'skipOneOf'`) leaves the choice to the person,
# and it has to be said again wherever form states are computed without the form.
set -euo pipefail
folder=$(mktemp -d)
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund react@18.3.1 @rjsf/utils@5.24.13 @rjsf/validator-ajv8@5.24.13
cat >look.cjs <<'JS'
const { getDefaultFormState } = require('@rjsf/utils');
const validator = require('@rjsf/validator-ajv8').default;

const form = severity => ({
  type: 'object',
  required: ['severity'],
  properties: { severity: { type: 'string', ...severity } },
});
const titled = form({
  oneOf: [
    { const: 'outage', title: 'Nobody can work' },
    { const: 'annoyance', title: 'It is a nuisance' },
  ],
});
const plain = form({ enum: ['outage', 'annoyance'] });
const stateOf = (schema, behavior) =>
  getDefaultFormState(validator, schema, {}, schema, false, behavior);

const seen = {
  titled: stateOf(titled),
  plain: stateOf(plain),
  titledNever: stateOf(titled, { constAsDefaults: 'never' }),
  valid: validator.isValid(titled, stateOf(titled), titled),
};
console.log('@rjsf/utils', require('@rjsf/utils/package.json').version, seen);
process.exit(
  seen.titled.severity === 'outage' &&
    seen.plain.severity === undefined &&
    seen.titledNever.severity === undefined &&
    seen.valid
    ? 0
    : 1,
);
JS
node look.cjs
