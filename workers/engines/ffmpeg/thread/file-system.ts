/** @file The file system of a core, and what is mended in it. */

import { ReadAhead } from './read-ahead.ts';

/** A file by its name. */
export interface NamedFile {
  name: string;
  data: Blob | Uint8Array;
}

/** What is mounted: blobs where they lie, or the files of a run. */
interface Mounted {
  blobs?: NamedFile[];
}

/** What we use of Emscripten's file system. */
export interface FileSystem {
  ErrnoError: { prototype: object };
  filesystems: {
    [name: string]: unknown;
    /** Files in memory. */
    MEMFS: { expandFileStorage(node: { contents?: Uint8Array }, capacity: number): void };
    /** Files that lie in a `Blob`. */
    WORKERFS: {
      stream_ops: {
        read(
          stream: { node: { contents: Blob } },
          memory: Int8Array,
          offset: number,
          length: number,
          position: number,
        ): number;
      };
    };
  };
  mkdir(path: string): void;
  mkdirTree(path: string): void;
  chdir(path: string): void;
  readdir(path: string): string[];
  lstat(path: string): { mode: number; mtime: Date };
  isDir(mode: number): boolean;
  isFile(mode: number): boolean;
  mount(type: unknown, options: Mounted, path: string): void;
  symlink(target: string, path: string): void;
  utime(path: string, atime: number, mtime: number): void;
  unlink(path: string): void;
  writeFile(path: string, bytes: Uint8Array, options?: { canOwn: boolean }): void;
  open(path: string, flags: number, mode?: number): unknown;
  /** Looks what is at a path, links followed; `null` where nothing is. */
  analyzePath(path: string): {
    path: string | null;
    object: { contents: Uint8Array | null; usedBytes: number };
  };
}

/** Of workers alone, where a read may be waited for. */
declare const FileReaderSync: new () => { readAsArrayBuffer(part: Blob): ArrayBuffer };

/** Bytes from which a file is read where it lies instead of being copied first, which costs time but little memory. */
export const MOUNTED = 64 * 2 ** 20;

/** Bytes that a large result gets more when it is full: the core would add an eighth, and copy it all each time. */
const MORE = 64 * 2 ** 20;

/** Mends what a core's file system is slow or silent about. */
export function mend(fs: FileSystem): void {
  growFaster(fs);
  readInBlocks(fs);
  // The class's worker tells of a failure by what it is as a string.
  Object.assign(fs.ErrnoError.prototype, { toString: words });
  const mount = fs.mount.bind(fs);
  fs.mount = (type, options, path) =>
    mount(type, { ...options, blobs: options?.blobs?.map(atHand) ?? [] }, path);
}

/** Returns the bytes of a blob, waited for. */
export function read(part: Blob): ArrayBuffer {
  try {
    return new FileReaderSync().readAsArrayBuffer(part);
  } catch (cause) {
    throw new Error('a file could not be read, it may have changed since it was given', { cause });
  }
}

/**
 * Returns what can be read here and there. Firefox 153 does not get through a large `Blob` of another thread's memory in
 * that way, only through files: it is copied once, outside of the core.
 */
function atHand({ name, data }: NamedFile): NamedFile {
  const large = data instanceof Blob && data.size >= MOUNTED;
  if (!large || data instanceof File || 'userAgentData' in navigator) return { name, data };
  return { name, data: new Blob([read(data)]) };
}

/** Has results grow in larger steps. */
function growFaster({ filesystems: { MEMFS } }: FileSystem): void {
  const expand = MEMFS.expandFileStorage;
  MEMFS.expandFileStorage = (node, capacity) => {
    const had = node.contents?.length ?? 0;
    if (had < capacity) expand(node, Math.max(capacity, Math.min(2 * had, had + MORE)));
  };
}

/** Has mounted files read in larger pieces than those that ffmpeg asks for. */
function readInBlocks({ filesystems: { WORKERFS } }: FileSystem): void {
  const open = new WeakMap<object, ReadAhead>();
  WORKERFS.stream_ops.read = (stream, memory, offset, length, position) => {
    let ahead = open.get(stream);
    if (!ahead) {
      ahead = new ReadAhead(stream.node.contents, read);
      open.set(stream, ahead);
    }
    return ahead.into(new Uint8Array(memory.buffer, offset, length), position);
  };
}

/** What the numbers of common failures mean. */
const ERRORS: Readonly<Record<number, string>> = {
  2: 'permission denied',
  10: 'it is in use',
  20: 'it exists already',
  28: 'invalid argument',
  31: 'it is a folder',
  44: 'no such file or folder',
  54: 'it is no folder',
  55: 'the folder is not empty',
  63: 'not permitted',
  69: 'it can only be read',
};

function words(this: { errno: number }): string {
  return ERRORS[this.errno] ?? `error ${this.errno} of the file system`;
}
