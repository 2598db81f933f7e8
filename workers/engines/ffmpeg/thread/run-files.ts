/** @file Lays out the files of one run in the memory of the core, and collects what it wrote. */

import { type FileSystem, MOUNTED, type NamedFile, read } from './file-system.ts';
import { mediaType } from './media-types.ts';

/** What a run wrote: the files that come back, and the paths outside of its folder. */
export interface Written {
  files: Record<string, Blob>;
  strays: string[];
}

/** The type of mount by which the files of a run come: the class has no other way for what it does not know. */
export const RUN = 'RIVULET';

/** The bits by which C opens a file for writing. */
const WRITES = 0b11;

const WORK = '/work';
const SOURCE = '/source';

/**
 * Has a core lay out what is mounted as the files of a run.
 *
 * @returns what tells, by the exit code, what that run has written.
 */
export function takeRuns(fs: FileSystem): (code: number) => Written {
  let outside: Set<string> | null = null;
  const mount = fs.mount.bind(fs);
  fs.filesystems[RUN] = RUN;
  fs.mount = (type, options, path) => {
    if (type !== RUN) return mount(type, options, path);
    layOut(fs, options.blobs ?? []);
    outside = strays(fs);
  };
  return (code) => ({ files: outside && code === 0 ? written(fs) : {}, strays: [...(outside ?? [])] });
}

/** Lays the files of a run out: the folder where ffmpeg will run holds them by name. */
function layOut(fs: FileSystem, files: readonly NamedFile[]): void {
  const large: NamedFile[] = [];
  fs.mkdir(WORK);
  fs.mkdir(SOURCE);
  for (const { name, data } of files) {
    const path = `${WORK}/${name}`;
    fs.mkdirTree(path.slice(0, path.lastIndexOf('/')));
    if (data instanceof Blob && data.size >= MOUNTED) {
      // The mount can only be read, and results go beside their sources: so it stands elsewhere.
      fs.symlink(`${SOURCE}/${large.length}`, path);
      large.push({ name: `${large.length}`, data });
    } else {
      fs.writeFile(path, data instanceof Blob ? new Uint8Array(read(data)) : data, { canOwn: true });
      fs.utime(path, 0, 0); // whatever the run writes has a later time
    }
  }
  fs.chdir(WORK);
  if (!large.length) return;
  fs.mount(fs.filesystems.WORKERFS, { blobs: large }, SOURCE);
  letReplace(fs);
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
function strays(fs: FileSystem): Set<string> {
  const found = new Set<string>();
  const open = fs.open.bind(fs);
  fs.open = (path, flags, mode) => {
    if (typeof path === 'string' && flags & WRITES && !/^\/(work|dev|proc)\/|\/\./.test(absolute(path)))
      found.add(absolute(path));
    return open(path, flags, mode);
  };
  return found;
}

/** Returns the path that a name stands for in the folder where ffmpeg runs. */
export function absolute(name: string): string {
  const parts: string[] = [];
  for (const part of (name.startsWith('/') ? name : `${WORK}/${name}`).split('/'))
    if (part === '..') parts.pop();
    else if (part && part !== '.') parts.push(part);
  return `/${parts.join('/')}`;
}

/** The files that a run has written, by name. */
function written(fs: FileSystem): Record<string, Blob> {
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
