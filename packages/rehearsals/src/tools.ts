/**
 * The one door to the tools of the repository's scripts, which are plain
 * JavaScript because they run before anything is installed.
 */
export { ended } from '../../../scripts/lib/children.mjs';
export { stopAtEnd } from '../../../scripts/lib/ending.mjs';
export { readOptions, wrongOption } from '../../../scripts/lib/options.mjs';
export { buildPackages } from '../../../scripts/lib/packaging/buildPackages.mjs';
export { packAll, readManifest } from '../../../scripts/lib/packaging/pack.mjs';
export { inRoot, logFile, root } from '../../../scripts/lib/paths.mjs';
export { startPostgres } from '../../../scripts/lib/postgres.mjs';
export { mustRun, runQuietly } from '../../../scripts/lib/run.mjs';
export { complain, during, say, Trouble } from '../../../scripts/lib/say.mjs';
export { yarn } from '../../../scripts/lib/toolchain.mjs';
