/** @file Checks what a run of ffmpeg was given, and makes its error when it fails. */

import { HandlerError, ValueError, describe } from '../../../src/shared/errors.ts';
import type { FFmpegFiles, FFmpegOptions } from '../../../src/shared/ffmpeg.ts';
import { Crash } from './crash.ts';
import type { NamedFile } from './thread/file-system.ts';
import { type Written, absolute } from './thread/run-files.ts';

/** Lines of the log that an error keeps. */
const KEPT = 20;

/**
 * Lines that say nothing of why a run failed: descriptions of files, which are indented, their headings, totals, and the
 * complaints of those who only hand a failure on.
 */
const NO_REASON =
  /^(\s|Input #|Output #|Stream mapping:|video:\S+ audio:|Conversion failed!|Error reinitializing|Failed to inject|Error while processing|Error initializing output stream \S+ --\s*$)/;

/** What a run was given, checked. */
export interface Job {
  args: string[];
  files: NamedFile[];
}

/** What options have to be; none is needed. */
const OPTIONS: Readonly<Record<keyof FFmpegOptions, (value: unknown) => string>> = {
  signal: (value) => (tag(value) === 'AbortSignal' ? '' : 'an AbortSignal'),
  onProgress: (value) => (typeof value === 'function' ? '' : 'a function'),
  duration: (value) => (typeof value === 'number' ? '' : 'seconds'),
  onLog: (value) => (typeof value === 'function' ? '' : 'a function'),
};

/** What kind of object something is, wherever it was made. */
const tag = (value: unknown) => Object.prototype.toString.call(value).slice(8, -1);

/** Checks what a run was given, at the door. @throws {ValueError} that says what it was and what came. */
export function checked(args: unknown, files: FFmpegFiles, options: FFmpegOptions): Job {
  const texts = checkedArgs(args);
  if (tag(options) !== 'Object')
    refuse(`was given ${describe(options)} for its options, expected an object such as { onProgress }`);
  for (const [name, expected] of Object.entries(OPTIONS)) {
    const value = options[name as keyof FFmpegOptions];
    if (value !== undefined && expected(value))
      refuse(`was given ${describe(value)} for its option "${name}", expected ${expected(value)}`);
  }
  return { args: texts, files: named(files) };
}

/**
 * Libraries may write where they like; what was asked for there, or is all that was written, was meant to come back.
 *
 * @throws {ValueError} that says so.
 */
export function refuseStrays({ args }: Job, { files, strays }: Written): void {
  const asked = args.find((arg) => strays.includes(absolute(arg)));
  const lost = asked ?? (Object.keys(files).length ? undefined : strays[0]);
  if (lost) refuse(`wrote "${lost}", which does not come back: name results without / or .. in front`);
}

/** Returns the arguments of a command line, as texts. @throws {ValueError} */
export function checkedArgs(args: unknown): string[] {
  if (!Array.isArray(args))
    return refuse(
      `was given ${describe(args)} for its arguments, expected a list such as ["-i", "in.mp4", "out.gif"]`,
    );
  for (const each of args)
    if (typeof each !== 'string' && typeof each !== 'number')
      refuse(`was given ${describe(each)} among its arguments, expected strings and numbers`);
  return args.map(String);
}

/** @throws {ValueError} with what ffmpeg cannot do. */
export function refuse(message: string): never {
  throw new ValueError(`ffmpeg ${message}`, { target: 'ctx.ffmpeg' });
}

function named(files: FFmpegFiles): NamedFile[] {
  // A list or a lone file would count as no files at all, and ffmpeg would then miss them.
  if (tag(files) !== 'Object')
    refuse(`was given ${describe(files)} for its files, expected an object such as { "in.mp4": blob }`);
  const all = Object.entries(files).map(([name, data]) => {
    if (!(data instanceof Blob) && !(data instanceof Uint8Array))
      refuse(`was given ${describe(data)} for the file "${name}", expected a Blob or a Uint8Array`);
    if (!name || name.split('/').some((part) => part === '' || part === '.' || part === '..'))
      refuse(`cannot call a file "${name}": names are relative and have no . or .. in them`);
    return { name, data };
  });
  for (const { name } of all)
    for (const { name: other } of all)
      if (other.startsWith(`${name}/`)) refuse(`cannot call a file "${name}": "${other}" has it as a folder`);
  return all;
}

/** The end of what ffmpeg has said. */
export class Log {
  readonly #lines: string[] = [];

  add(line: string): void {
    if (/^(frame|size)=|^Aborted\(/.test(line) || !line.trim()) return;
    this.#lines.push(line.trimEnd());
    if (this.#lines.length > KEPT) this.#lines.shift();
  }

  /** Forgets it: the run begins anew. */
  clear(): void {
    this.#lines.length = 0;
  }

  /** The error of a run that ended badly. */
  failure(ended: Crash | { code: number }): HandlerError {
    const log = this.#lines.join('\n');
    if (ended instanceof Crash)
      return Object.assign(ended, { message: `${ended.what}. The next run starts with a fresh one`, log });
    // Addresses in memory tell a reader nothing.
    const reasons = this.#lines
      .filter((line) => !NO_REASON.test(line))
      .map((line) => line.replace(/^(\[[^\]]+) @ 0x\w+\]/, '$1]'))
      .slice(-2);
    // A run that was told to be quiet gives none.
    const why = reasons.join(' – ') || 'it did not say why (see -loglevel)';
    const message = `ffmpeg ended with exit code ${ended.code}: ${why}`;
    return Object.assign(new HandlerError(message), { exitCode: ended.code, log });
  }
}
