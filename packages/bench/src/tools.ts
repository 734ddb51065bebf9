/**
 * The one door to the tools of the repository's scripts, which are plain
 * JavaScript because they run before anything is installed.
 */
export { untilReady } from '../../../scripts/lib/backend.mjs';
export { end } from '../../../scripts/lib/children.mjs';
export { stopAtEnd } from '../../../scripts/lib/ending.mjs';
export { readOptions, wrongOption } from '../../../scripts/lib/options.mjs';
export { buildPackages } from '../../../scripts/lib/packaging/buildPackages.mjs';
export { dataFolder, inRoot, logFile } from '../../../scripts/lib/paths.mjs';
export { freePort } from '../../../scripts/lib/ports.mjs';
export { startPostgres } from '../../../scripts/lib/postgres.mjs';
export { mustRun, plain } from '../../../scripts/lib/run.mjs';
export { during, say, Trouble } from '../../../scripts/lib/say.mjs';
