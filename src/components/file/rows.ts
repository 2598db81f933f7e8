/** @file Draws the files of a File, one in each row. */

import { type TemplateResult, html, nothing } from 'lit';
import { isRemote } from '../parts/links.ts';
import { sizeInWords } from '../media-frame/file-limit.ts';
import { closeIcon } from '../parts/icons.ts';
import { downloadIcon, fileIcon } from '../parts/media-icons.ts';
import type { FileItem } from './file-value.ts';
import { nameOf, pathOf } from './names.ts';
import type { Size } from './remote-sizes.ts';
import { say } from '../../words/files.ts';

/** One file, as it is shown. */
export interface Row {
  item: FileItem;
  index: number;
  url: string;
  size: Size;
  selected: boolean;
  /** A file is held over it, to be put into its place. */
  over: boolean;
}

/** What a reader does with a file; `null` for what they may not. */
export interface RowActions {
  select(row: Row): void;
  download(row: Row): void;
  remove: ((row: Row) => void) | null;
  drag: { begin(index: number): void; over(index: number): void; drop(index: number): void } | null;
  /** Moves it up or down, by keys. */
  shift: ((index: number, by: number) => void) | null;
}

/** Draws the list of files. */
export function rows(all: readonly Row[], actions: RowActions): TemplateResult {
  return html`<ul class="files" part="list" aria-label=${say('files')}>${all.map((row) => one(row, actions))}</ul>`;
}

function one(row: Row, { select, download, remove, drag, shift }: RowActions): TemplateResult {
  const { item, index, url, size, selected, over } = row;
  const name = nameOf(item);
  // A browser follows links to other sites, whatever `download` says: not in the place of this page.
  const far = isRemote(url);
  const [, stem, ending] = /^(.*?)(\.[^.\s]{1,8})?$/s.exec(pathOf(item)) ?? [];
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!shift || !by || !event.altKey) return;
    event.preventDefault();
    shift(index, by);
  };
  return html`<li
    class="file ${over ? 'over' : ''} ${drag ? 'movable' : ''}"
    part="file"
    aria-current=${selected ? 'true' : nothing}
    draggable=${drag ? 'true' : nothing}
    @dragstart=${drag && ((event: DragEvent) => (event.dataTransfer?.setData('text/plain', name), drag.begin(index)))}
    @dragover=${drag && ((event: DragEvent) => (event.preventDefault(), drag.over(index)))}
    @dragend=${drag && (() => drag.drop(-1))}
    @drop=${drag && ((event: DragEvent) => (event.preventDefault(), drag.drop(index)))}
  >
    <button
      class="name"
      part="name"
      id="name-${index}"
      title=${shift ? say('moves', { name }) : name}
      @click=${() => select(row)}
      @keydown=${keys}
    >${fileIcon}<span class="words"><span class="stem">${stem}</span><span class="ending">${ending}</span></span></button>
    <span class="bytes ${typeof size === 'string' ? 'wrong' : ''}">${typeof size === 'number' ? sizeInWords(size) : size}</span>
    <a
      class="icon-button"
      part="download"
      href=${url}
      download=${name}
      target=${far ? '_blank' : nothing}
      rel=${far ? 'noopener' : nothing}
      aria-label=${say('downloadNamed', { name })}
      title=${say('download')}
      @click=${() => download(row)}
    >${downloadIcon}</a>
    ${
      remove
        ? html`<button class="icon-button" part="button" aria-label=${say('removeNamed', { name })} title=${say('remove')} @click=${() => remove(row)}>
            ${closeIcon}
          </button>`
        : nothing
    }
  </li>`;
}
