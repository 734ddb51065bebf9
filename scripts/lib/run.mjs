import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { end } from './children.mjs';
import { stopAtEnd } from './ending.mjs';
import { logFile, root } from './paths.mjs';
import { Trouble } from './say.mjs';

/** Text without the colours that a program gave it. */
export const plain = stripVTControlCharacters;

const longestLine = 400;

const readableLines = text =>
  plain(text)
    .trimEnd()
    .split('\n')
    .map(line =>
      line.length > longestLine ? `${line.slice(0, longestLine)}…` : line,
    );

/** The last lines of a text; what is too long to read is cut. */
export const tail = (text, lines = 25) =>
  readableLines(text).slice(-lines).join('\n');

/** The first lines of a text; what is too long to read is cut. */
export const head = (text, lines = 60) => {
  const all = readableLines(text);
  return [...all.slice(0, lines), ...(all.length > lines ? ['…'] : [])].join(
    '\n',
  );
};

/** How many minutes a program may take that says nothing else. */
const MINUTES = 30;

/**
 * Runs a program to its end without showing what it prints: that goes into a
 * log file. Rejects only if the program cannot be started. A program that is
 * not done in time is ended, and has failed: `cutOff` then says so.
 *
 * @param {string[]} command program and arguments
 * @param {{ log: string, cwd?: string, env?: NodeJS.ProcessEnv, input?: string, minutes?: number }} options
 *   `log` names the log file
 * @returns {Promise<{ code: number, output: string, file: string, cutOff?: string }>}
 */
export async function runQuietly(command, options) {
  const file = logFile(options.log);
  mkdirSync(dirname(file), { recursive: true });
  const log = createWriteStream(file);
  const { minutes = MINUTES } = options;
  let isLate = false;
  const code = await new Promise((resolve, reject) => {
    const child = spawn(command[0], command.slice(1), {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && !command[0].includes('\\'),
    });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    child.stdin?.end(options.input);
    const forget = stopAtEnd(() => end(child));
    const late = setTimeout(() => {
      isLate = true;
      end(child);
    }, minutes * 60_000);
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      forget();
      clearTimeout(late);
      resolve(signal ? 128 : exitCode);
    });
  });
  await new Promise(resolve => log.end(resolve));
  const cutOff = isLate
    ? `Cut off after ${minutes} minutes, before it was done.`
    : undefined;
  return { code, output: readFileSync(file, 'utf8'), file, cutOff };
}

/**
 * Runs a program that has to succeed.
 *
 * @param {string[]} command
 * @param {Parameters<typeof runQuietly>[1] & { explain?: (output: string) => string | undefined }} options
 *   `explain` turns the output of a failure into a sentence that says what to do
 */
export async function mustRun(command, options) {
  const result = await runQuietly(command, options);
  if (result.code === 0) return result;
  const sentence = options.explain?.(plain(result.output));
  const late = result.cutOff ? `${result.cutOff} ` : '';
  const whole = `${late}All of its output is in ${relative(root, result.file)}.`;
  throw new Trouble(sentence ?? whole, {
    details: sentence ? undefined : tail(result.output),
  });
}
