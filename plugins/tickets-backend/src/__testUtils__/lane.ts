/**
 * The lane of the tests that runs: `quick` is `npm test`, `slow` is
 * `npm run test:slow`, and none where somebody named the files.
 */
export const lane = process.env.TEST_LANE;
