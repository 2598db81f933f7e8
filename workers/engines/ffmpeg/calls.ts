/** @file Checks the calls of the methods of `@ffmpeg/ffmpeg`. */

import { describe } from '../../../src/shared/errors.ts';
import { RUN } from './thread/run-files.ts';
import { checkedArgs, refuse } from './job.ts';

/** What the class asks its worker for. */
export const CALLS = [
  'exec',
  'ffprobe',
  'writeFile',
  'readFile',
  'deleteFile',
  'rename',
  'createDir',
  'listDir',
  'deleteDir',
  'mount',
  'unmount',
] as const;
export type FFmpegCall = (typeof CALLS)[number];

/**
 * Checks what a method of the class was given: the core would take much of it for something else, or say nothing.
 *
 * @returns it as the class takes it. @throws {ValueError} that says what came. The reason of a signal that has aborted.
 */
export async function checkedCall(name: FFmpegCall, given: readonly unknown[]): Promise<unknown[]> {
  const [first, second, ...others] = given;
  (given.at(-1) as { signal?: AbortSignal } | null | undefined)?.signal?.throwIfAborted();
  if (name === 'exec' || name === 'ffprobe') return [checkedArgs(first), ...given.slice(1)];
  if (name === 'mount') {
    if (first !== RUN) checkMount(first, second, others[0]);
    return [...given];
  }
  checkPath(first, name);
  if (name === 'rename') checkPath(second, name);
  if (name !== 'writeFile') return [...given];
  if (second instanceof Blob) return [first, new Uint8Array(await second.arrayBuffer()), ...others];
  if (typeof second !== 'string' && !(second instanceof Uint8Array))
    refuse(
      `was given ${describe(second)} for the file "${first}", expected a Uint8Array, a string or a Blob`,
    );
  return [...given];
}

function checkPath(path: unknown, name: FFmpegCall): void {
  if (typeof path !== 'string' || !path)
    refuse(`was given ${describe(path)} for a path of ${name}(), expected text`);
}

/** Of a type that the core lacks it would be told by `false` alone, and of something that is no file by nothing. */
function checkMount(type: unknown, options: unknown, folder: unknown): void {
  checkPath(folder, 'mount');
  if (type === 'MEMFS') return;
  if (type !== 'WORKERFS') refuse(`cannot mount ${describe(type)}, only "WORKERFS" and "MEMFS"`);
  const { files, blobs } = (options ?? {}) as { files?: unknown; blobs?: unknown };
  const wrong = [
    ...list(files).filter((each) => !(each instanceof File)),
    ...list(blobs).filter((each) => !((each as Named | null)?.data instanceof Blob)),
  ];
  const came = (wrong[0] as Named | undefined)?.data ?? wrong[0] ?? options;
  if (wrong.length || list(files).length + list(blobs).length === 0)
    refuse(
      `was given ${describe(came)} to mount, expected { blobs: [{ name, data: blob }] } or { files: [file] }`,
    );
}

interface Named {
  data?: unknown;
}

/** A list, also that of an `<input type="file">`. */
const list = (given: unknown): unknown[] => Array.from((given ?? []) as ArrayLike<unknown>);
