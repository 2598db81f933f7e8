/** @file Reads WebM and Matroska files that are cut off. */

// Elements of Matroska and WebM by their ids; those of one byte and of four are all that matter here.
const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
// What a cluster begins with: its time, its position, the size of the one before, a checksum, or a gap.
const FIRST_IN_CLUSTER = [0xe7, 0xa7, 0xab, 0xbf, 0xec];
// Ids of four bytes stand beside clusters and around them, never in them.
const OUTSIDE = 0x10000000;

// Bytes that are read at once in search of the last cluster.
const WINDOW = 2 ** 20;
// An id and a size are at most so long.
const HEADER = 12;

interface Element {
  id: number;
  /** Where its content begins, in the bytes that were read. */
  from: number;
  /** Where its content ends; `Infinity` when it does not say. */
  to: number;
}

/**
 * Returns a WebM or Matroska file as far as it is whole. Of one that is cut off the last cluster, of seconds, claims
 * more bytes than there are, and readers pass it over: here it ends with its last whole block. Any other file is given
 * as it is. The file's end is read, not all of it.
 */
export async function mendWebm(file: Blob): Promise<Blob> {
  if (!(await mayBeCut(file))) return file;
  const start = await lastCluster(file);
  if (start === null) return file;
  const view = await viewOf(file, start, file.size);
  const cluster = elementAt(view, 0)!;
  const end = wholeUntil(view, cluster);
  if (end === null) return file;
  const head = new DataView(new ArrayBuffer(HEADER));
  head.setUint32(0, CLUSTER);
  head.setBigUint64(4, BigInt(end - cluster.from) | (1n << 56n));
  const parts = [file.slice(0, start), head, file.slice(start + cluster.from, start + end)];
  return new Blob(parts, { type: file.type });
}

/** True for a segment that is longer than its file, or of which nobody knew the length when it was begun. */
async function mayBeCut(file: Blob): Promise<boolean> {
  const head = await viewOf(file, 0, HEADER);
  const ebml = elementAt(head, 0);
  if (ebml?.id !== EBML || ebml.to > file.size) return false;
  const segment = elementAt(await viewOf(file, ebml.to, ebml.to + HEADER), 0);
  return segment?.id === SEGMENT && ebml.to + segment.to > file.size;
}

/** Finds where the last cluster begins, looked for from the end on; `null` when there is none. */
async function lastCluster(file: Blob): Promise<number | null> {
  for (let end = file.size; end > 0; end -= WINDOW) {
    const start = Math.max(0, end - WINDOW);
    // What lies across the border of two windows is found in the former.
    const view = await viewOf(file, start, end + HEADER);
    for (let at = end - start - 1; at >= 0; at--)
      if (view.getUint8(at) === CLUSTER >>> 24 && isCluster(view, at)) return start + at;
  }
  return null;
}

/** Pictures may hold the same bytes: what follows must fit too, as far as it is there. */
function isCluster(view: DataView, at: number): boolean {
  const found = elementAt(view, at);
  if (found?.id !== CLUSTER) return false;
  return found.from >= view.byteLength || FIRST_IN_CLUSTER.includes(view.getUint8(found.from));
}

/** Finds where the last whole element of a cluster ends; `null` when they all are whole. */
function wholeUntil(view: DataView, cluster: Element): number | null {
  const end = Math.min(cluster.to, view.byteLength);
  let at = cluster.from;
  while (at < end) {
    const element = elementAt(view, at);
    if (element && element.id >= OUTSIDE) return null;
    if (!element || element.to > end) return at;
    at = element.to;
  }
  return at < cluster.to && cluster.to < Infinity ? at : null;
}

/** The element whose head is at a place; `null` when it is cut off, or none. */
function elementAt(view: DataView, at: number): Element | null {
  const left = view.byteLength - at;
  const idLength = left > 0 ? lengthOf(view.getUint8(at)) : Infinity;
  if (idLength > 4 || idLength >= left) return null;
  let id = 0;
  for (let i = 0; i < idLength; i++) id = id * 256 + view.getUint8(at + i);
  const first = view.getUint8(at + idLength);
  const sizeLength = lengthOf(first);
  if (sizeLength > 8 || idLength + sizeLength > left) return null;
  const most = 2 ** (8 - sizeLength) - 1;
  let size = first & most;
  let unknown = size === most;
  for (let i = 1; i < sizeLength; i++) {
    const byte = view.getUint8(at + idLength + i);
    size = size * 256 + byte;
    unknown &&= byte === 255;
  }
  const from = at + idLength + sizeLength;
  return { id, from, to: unknown ? Infinity : from + size };
}

/** Bytes of a number, told by its first. */
const lengthOf = (first: number): number => Math.clz32(first) - 23;

const viewOf = async (file: Blob, from: number, to: number): Promise<DataView> =>
  new DataView(await file.slice(from, to).arrayBuffer());
