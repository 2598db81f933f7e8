/** The files of one run, in the memory of the core. */
import { ReadAhead } from './ffmpeg-read-ahead.ts';
import { mediaType } from './ffmpeg-types.ts';

/** What we use of Emscripten's file system. */
export interface FileSystem {
  filesystems: {
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
  mount(type: unknown, options: unknown, path: string): void;
  symlink(target: string, path: string): void;
  utime(path: string, atime: number, mtime: number): void;
  unlink(path: string): void;
  writeFile(path: string, bytes: Uint8Array, options?: { canOwn: boolean }): void;
  open(path: string, flags: number, mode?: number): unknown;
  /** What is at a path, links followed; `null` where nothing is. */
  analyzePath(path: string): {
    path: string | null;
    object: { contents: Uint8Array | null; usedBytes: number };
  };
}

/** Of workers alone, where a read may be waited for. */
declare const FileReaderSync: new () => { readAsArrayBuffer(part: Blob): ArrayBuffer };

/** A file by its name. */
export interface NamedFile {
  name: string;
  data: Blob | Uint8Array;
}

/** Bytes from which a file is read where it lies instead of being copied first, which costs time but little memory. */
const MOUNTED = 64 * 2 ** 20;

/** Bytes that a large result gets more when it is full: the core would add an eighth, and copy it all each time. */
const MORE = 64 * 2 ** 20;

/** The bits by which C opens a file for writing. */
const WRITES = 0b11;

const WORK = '/work';
const SOURCE = '/source';

/** Lays the files out: the folder where ffmpeg will run holds them by name. */
export async function layOut(fs: FileSystem, files: readonly NamedFile[]): Promise<void> {
  const large: { name: string; data: Blob }[] = [];
  growFaster(fs);
  fs.mkdir(WORK);
  fs.mkdir(SOURCE);
  for (const { name, data } of files) {
    const path = `${WORK}/${name}`;
    fs.mkdirTree(path.slice(0, path.lastIndexOf('/')));
    if (data.constructor !== Uint8Array && (data as Blob).size >= MOUNTED) {
      // The mount can only be read, and results go beside their sources: so it stands elsewhere.
      fs.symlink(`${SOURCE}/${large.length}`, path);
      large.push({ name: `${large.length}`, data: await atHand(data as Blob) });
    } else {
      const bytes = data instanceof Blob ? new Uint8Array(await data.arrayBuffer()) : data;
      fs.writeFile(path, bytes, { canOwn: true });
      fs.utime(path, 0, 0); // whatever the run writes has a later time
    }
  }
  fs.chdir(WORK);
  if (!large.length) return;
  readInBlocks(fs);
  fs.mount(fs.filesystems.WORKERFS, { blobs: large }, SOURCE);
  letReplace(fs);
}

/**
 * What can be read here and there. Firefox 153 does not get through a large `Blob` of another thread's memory in that way,
 * only through files: it is copied once, outside of the core.
 */
async function atHand(data: Blob): Promise<Blob> {
  if (data instanceof File || 'userAgentData' in navigator) return data;
  return new Blob([await data.arrayBuffer()]);
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
  const reader = new FileReaderSync();
  const read = (part: Blob) => {
    try {
      return reader.readAsArrayBuffer(part);
    } catch (cause) {
      throw new Error('a file could not be read, it may have changed since it was given', { cause });
    }
  };
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

/** Lets a run write a new file where a mounted one is called so: through the link it would write nothing, and not say it. */
function letReplace(fs: FileSystem): void {
  const open = fs.open.bind(fs);
  fs.open = (path, flags, mode) => {
    if (flags & WRITES && fs.analyzePath(path).path?.startsWith(`${SOURCE}/`)) fs.unlink(path);
    return open(path, flags, mode);
  };
}

/**
 * The paths outside of the folder that a run opens for writing, as they come: what is written there does not come back.
 * Devices and what begins with a point, where libraries keep their caches, are nobody's results.
 */
export function strays(fs: FileSystem): Set<string> {
  const found = new Set<string>();
  const open = fs.open.bind(fs);
  fs.open = (path, flags, mode) => {
    if (typeof path === 'string' && flags & WRITES && !/^\/(work|dev|proc)\/|\/\./.test(absolute(path)))
      found.add(absolute(path));
    return open(path, flags, mode);
  };
  return found;
}

/** The path that a name stands for in the folder where ffmpeg runs. */
export function absolute(name: string): string {
  const parts: string[] = [];
  for (const part of (name.startsWith('/') ? name : `${WORK}/${name}`).split('/'))
    if (part === '..') parts.pop();
    else if (part && part !== '.') parts.push(part);
  return `/${parts.join('/')}`;
}

/** The files that a run has written, by name. */
export function written(fs: FileSystem): Record<string, Blob> {
  const found: Record<string, Blob> = {};
  for (const path of paths(fs, WORK)) {
    const { mode, mtime } = fs.lstat(path);
    if (!fs.isFile(mode) || mtime.getTime() === 0) continue;
    const name = path.slice(WORK.length + 1);
    const { contents, usedBytes } = fs.analyzePath(path).object;
    // As it lies there: `readFile` would copy it before the Blob does.
    const bytes = contents?.subarray(0, usedBytes) ?? '';
    found[name] = new Blob([bytes as BlobPart], { type: mediaType(name) });
    fs.unlink(path); // never twice in memory for long
  }
  return found;
}

function* paths(fs: FileSystem, folder: string): Generator<string> {
  for (const name of fs.readdir(folder)) {
    if (name === '.' || name === '..') continue;
    const path = `${folder}/${name}`;
    if (fs.isDir(fs.lstat(path).mode)) yield* paths(fs, path);
    else yield path;
  }
}
