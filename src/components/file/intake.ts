/** @file Takes files in: picked, dropped or pasted; several at once, and those in folders. */

import { ValueError } from '../../shared/errors.ts';
import type { Taking } from '../media-frame/frame-view.ts';
import { type Found, filesIn } from './folders.ts';
import { type TakingFiles, checkFile } from './rules.ts';
import { say } from '../../words/files.ts';

/** What the intake asks of its component, and tells it. */
export interface FilesIntakeHost {
  readonly element: TakingFiles;
  /** Files that may be taken, at least one. */
  take(files: File[]): void;
  /** Why a file was left out. */
  complain(error: Error): void;
  /** Something is being dragged over the component, or no longer. */
  dragged(over: boolean): void;
  /** True when files are wanted now. */
  wanted(): boolean;
}

/** The ways in which a user gives files: by picking, dropping, pasting. */
export class FilesIntake implements Taking {
  readonly #host: FilesIntakeHost;
  #turn = 0;
  /** Resolves when nothing is being looked at. */
  reading: Promise<void> = Promise.resolve();

  constructor(host: FilesIntakeHost) {
    this.#host = host;
  }

  readonly onPick = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.#read(Promise.resolve({ files: [...(input.files ?? [])], folders: [] }));
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
    const { dataTransfer } = event;
    if (!this.#host.wanted() || !dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#read(filesIn(dataTransfer, this.#host.element.fileCount === 'directory'));
  };

  readonly onPaste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || !this.#host.wanted()) return;
    event.preventDefault();
    this.#read(Promise.resolve({ files, folders: [] }));
  };

  /** Gives up what is still being looked at. */
  forget(): void {
    this.#turn++;
    this.reading = Promise.resolve();
  }

  #read(found: Promise<Found>): void {
    const turn = ++this.#turn;
    this.reading = found.then(
      (all) => {
        if (turn === this.#turn) this.#sift(all);
      },
      (error: Error) => {
        if (turn === this.#turn) this.#host.complain(error);
      },
    );
  }

  /** Takes those that fit, and says of the others why they do not. */
  #sift({ files, folders }: Found): void {
    const { element } = this.#host;
    const { name, fileCount, localName: target } = element;
    const problems: Error[] = folders.map(
      (folder) =>
        new ValueError(say('isFolder', { name, folder, wanted: say(WANTED[fileCount]) }), { target }),
    );
    const fitting = files.filter((file) => {
      try {
        checkFile(file, element);
        return true;
      } catch (error) {
        problems.push(error as Error);
        return false;
      }
    });
    const taken = fileCount === 'single' ? fitting.slice(0, 1) : fitting;
    if (taken.length < fitting.length)
      problems.push(
        new ValueError(say('onlyOne', { name, file: taken[0]!.name, count: fitting.length }), {
          target,
        }),
      );
    if (taken.length > 0) this.#host.take(taken);
    const [first, ...others] = problems;
    if (!first) return;
    if (others.length > 0) first.message += ` ${say('leftOut', { count: others.length })}`;
    this.#host.complain(first);
  }
}

const WANTED = { single: 'aFile', multiple: 'severalFiles', directory: 'aFolder' } as const;
