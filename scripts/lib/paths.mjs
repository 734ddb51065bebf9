import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** @param {...string} parts a path below the repository's folder */
export const inRoot = (...parts) => resolve(root, ...parts);

/** Where the demo portal keeps its data; `PORTALDESK_DATA` moves it. */
export const dataFolder = () =>
  resolve(root, process.env.PORTALDESK_DATA || 'data');

/** Where the output of quiet steps and of the backend goes. */
export const logFile = name => resolve(dataFolder(), 'logs', `${name}.log`);
