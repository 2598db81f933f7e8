/** @file Takes files in: picked, dropped or pasted. */

import { say } from '../../words/media.ts';

/** What the intake tells its component. */
export interface IntakeHost {
  /** A file that the browser can show. */
  take(file: File): void;
  /** Why there is none: a MediaError where the file is to blame. */
  complain(error: Error): void;
  /** Something is being dragged over the component, or no longer. */
  dragged(over: boolean): void;
  /** True when files are wanted now. */
  wanted(): boolean;
  /** MIME types of the files that are wanted. */
  readonly fits: RegExp;
  /** Makes sure that a file can be shown. @throws {MediaError} with a sentence for the user */
  check(file: File): Promise<File>;
}

/** The ways in which a user gives a file: by picking, dropping, pasting. */
export class Intake {
  readonly #host: IntakeHost;
  #turn = 0;
  /** Resolves when no file is being read. */
  reading: Promise<void> = Promise.resolve();

  constructor(host: IntakeHost) {
    this.#host = host;
  }

  readonly onPick = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.#take(this.#pick(input.files));
    input.value = ''; // the same file may be picked again
  };

  readonly onDrag = (event: DragEvent): void => {
    if (!this.#host.wanted() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#host.dragged(true);
  };

  readonly onDragEnd = (event: DragEvent): void => {
    const part = event.currentTarget as HTMLElement;
    if (!part.contains(event.relatedTarget as Node | null)) this.#host.dragged(false);
  };

  readonly onDrop = (event: DragEvent): void => {
    this.#host.dragged(false);
    if (!this.#host.wanted()) return;
    event.preventDefault();
    this.#take(this.#pick(event.dataTransfer?.files));
  };

  readonly onPaste = (event: ClipboardEvent): void => {
    const file = this.#pick(event.clipboardData?.files);
    if (!file || !this.#host.wanted()) return;
    event.preventDefault();
    this.#take(file);
  };

  /** Takes the picture in the clipboard; the browser may ask the user. */
  readonly fromClipboard = (): void => {
    this.#read(readClipboard());
  };

  /** Gives up what is still being read. */
  forget(): void {
    this.#turn++;
    this.reading = Promise.resolve();
  }

  /** The first that fits among what was pasted, dropped or picked; else the first file, for the message. */
  #pick(files: Iterable<File> | null | undefined): File | null {
    const all = [...(files ?? [])];
    return all.find((file) => this.#host.fits.test(file.type)) ?? all[0] ?? null;
  }

  #take(file: File | null): void {
    if (file) this.#read(this.#host.check(file));
  }

  #read(picture: Promise<File>): void {
    const turn = ++this.#turn;
    const still = () => turn === this.#turn;
    this.reading = picture.then(
      (file) => {
        if (still()) this.#host.take(file);
      },
      (error: Error) => {
        if (still()) this.#host.complain(error);
      },
    );
  }
}

/** The picture in the clipboard. @throws {Error} with a sentence for the user. */
async function readClipboard(): Promise<File> {
  let items: ClipboardItem[];
  try {
    items = await navigator.clipboard.read();
  } catch (cause) {
    throw new Error(say('noClipboard'), { cause });
  }
  for (const item of items) {
    const type = item.types.find((each) => each.startsWith('image/'));
    if (type)
      return new File([await item.getType(type)], `image.${type.slice(6).replace(/\+.*/, '')}`, { type });
  }
  throw new Error(say('emptyClipboard'));
}
