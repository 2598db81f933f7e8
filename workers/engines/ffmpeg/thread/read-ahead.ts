/** @file Reads large files where they lie, in blocks: each read costs the browser about as much as a megabyte. */

/** Bytes of the first block at a place, and of each one that follows it while reading goes straight on. */
const FIRST = 2 ** 17;
const LARGEST = 2 ** 22;

/** Blocks of a file: pictures and sound may lie far apart in it, and are then read in turns. */
const BLOCKS = 4;

interface Block {
  start: number;
  bytes: Uint8Array;
}

/** What is read of one open file. */
export class ReadAhead {
  readonly #file: Blob;
  readonly #read: (part: Blob) => ArrayBuffer;
  /** The one that was used last comes first. */
  readonly #blocks: Block[] = [];

  /** @param read - waits for the bytes. */
  constructor(file: Blob, read: (part: Blob) => ArrayBuffer) {
    this.#file = file;
    this.#read = read;
  }

  /**
   * Fills `target` with what lies at `position`, as far as a block goes.
   *
   * @returns how many bytes that is; none at the end of the file.
   */
  into(target: Uint8Array, position: number): number {
    if (position >= this.#file.size || !target.length) return 0;
    const { start, bytes } = this.#at(position, target.length);
    const part = bytes.subarray(position - start, position - start + target.length);
    target.set(part);
    return part.length;
  }

  /** The block with the byte at a position. */
  #at(position: number, wanted: number): Block {
    const blocks = this.#blocks;
    let at = blocks.findIndex(({ start, bytes }) => position >= start && position < start + bytes.length);
    if (at < 0) {
      at = blocks.findIndex(({ start, bytes }) => position === start + bytes.length);
      const before = at < 0 ? 0 : blocks[at]!.bytes.length;
      const size = Math.max(wanted, Math.min(LARGEST, Math.max(FIRST, 2 * before)));
      if (at < 0) at = Math.min(blocks.length, BLOCKS - 1);
      const part = this.#file.slice(position, position + size);
      blocks[at] = { start: position, bytes: new Uint8Array(this.#read(part)) };
    }
    const [block] = blocks.splice(at, 1);
    blocks.unshift(block!);
    return block!;
  }
}
