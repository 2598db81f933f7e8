/** @file The view of a File: the place for files, and the list of those that it holds. */

import { type TemplateResult, adoptStyles, html, nothing } from 'lit';
import { sizeInWords, mostBytes } from '../media-frame/file-limit.ts';
import { frame, head } from '../media-frame/frame-view.ts';
import { emptyOutput, filePicker, tools, uploadCard } from '../media-frame/source-views.ts';
import { viewStyles } from '../media-frame/view.styles.ts';
import { FocusKeeper } from '../parts/focus-keeper.ts';
import { plusIcon } from '../parts/icons.ts';
import { fileIcon } from '../parts/media-icons.ts';
import { BlobURLs } from './blob-urls.ts';
import type { FileHost } from './file-host.ts';
import type { FileItem } from './file-value.ts';
import { fileStyles } from './file.styles.ts';
import { FilesIntake } from './intake.ts';
import { nameOf } from './names.ts';
import { RemoteSizes } from './remote-sizes.ts';
import { type Row, rows } from './rows.ts';
import { acceptOf, kindsInWords } from './rules.ts';
import { itemsOf } from './to-input.ts';
import { say } from '../../words/files.ts';

export { oneFile, toInput } from './to-input.ts';

const WORDS = { single: 'dropFile', multiple: 'dropFiles', directory: 'dropFolder' } as const;

/** All that a reader sees and presses of a File. */
export class FileView {
  readonly #host: FileHost;
  readonly #intake: FilesIntake;
  readonly #urls: BlobURLs;
  readonly #sizes: RemoteSizes;
  #dropping = false;
  /** The file whose name was pressed last. */
  #selected: FileItem | null = null;
  /** The file that is being moved, and the one that it is held over. */
  #moved = -1;
  #over = -1;

  constructor(host: FileHost, root: ShadowRoot) {
    adoptStyles(root, [...root.adoptedStyleSheets, ...viewStyles, fileStyles]);
    this.#host = host;
    this.#urls = new BlobURLs(host);
    this.#sizes = new RemoteSizes(host);
    host.addController({ hostConnected: () => host.requestUpdate() });
    new FocusKeeper(host, { root: () => root, heirs: ['name-0', 'control'] });
    this.#intake = new FilesIntake({
      element: host,
      take: (files) => this.#add(files),
      complain: (error) => host.complain(error),
      dragged: (over) => {
        this.#dropping = over;
        host.requestUpdate();
      },
      wanted: () => host.takes,
    });
  }

  /** Resolves when no file of the user is being looked at. */
  get reading(): Promise<void> {
    return this.#intake.reading;
  }

  /** Gives up what is still being looked at. */
  forget(): void {
    this.#intake.forget();
  }

  frame(): TemplateResult {
    const host = this.#host;
    const { takes, sized, buttons } = host;
    const items = itemsOf(host.value);
    this.#urls.keep(items);
    this.#sizes.keep(items);
    const filled = items.length > 0;
    const clear = () => {
      this.forget();
      host.take(null, 'clear');
    };
    const inside = html`
      ${head(host, fileIcon, tools({ filled, editable: takes, buttons, expanded: false, clear }))}
      <div class="stage ${sized ? 'sized' : ''}" part="stage">
        ${filled ? this.#list(items) : this.#empty()}
      </div>`;
    return frame(host, inside, this.#intake, this.#dropping);
  }

  #empty(): TemplateResult {
    const { takes, placeholder = '', fileCount } = this.#host;
    if (!takes) return emptyOutput(fileIcon, placeholder);
    const most = mostBytes(this.#host);
    const limit = Number.isFinite(most) ? say('upTo', { size: sizeInWords(most) }) : '';
    const hint = [kindsInWords(this.#host), limit].filter(Boolean).join(' · ');
    const invitation = { word: WORDS[fileCount], accept: acceptOf(this.#host), placeholder, hint };
    return uploadCard({ ...invitation, count: fileCount }, this.#intake.onPick);
  }

  #list(items: readonly FileItem[]): TemplateResult {
    const host = this.#host;
    const { takes, fileCount, allowReordering } = host;
    const more = takes && fileCount !== 'single';
    const all = items.map(
      (item, index): Row => ({
        item,
        index,
        url: this.#urls.of(item),
        size: this.#sizes.of(item),
        selected: item === this.#selected,
        over: index === this.#over,
      }),
    );
    const moves = takes && allowReordering && items.length > 1;
    return html`<div class="all">
      ${rows(all, {
        select: ({ item, index }) => {
          this.#selected = item;
          host.requestUpdate();
          host.notify('select', { index, value: nameOf(item) });
        },
        download: (row) => host.notify('download', this.#detail(row)),
        remove: takes ? (row) => this.#remove(items, row) : null,
        drag: moves
          ? {
              begin: (index) => (this.#moved = index),
              over: (index) => this.#hold(index),
              drop: (index) => this.#move(items, this.#moved, index),
            }
          : null,
        shift: moves ? (index, by) => this.#shift(items, index, by) : null,
      })}
      ${
        more
          ? html`<label class="more">${plusIcon} ${say(fileCount === 'directory' ? 'addFolder' : 'addFiles')}
              ${filePicker(acceptOf(host), fileCount, this.#intake.onPick)}</label>`
          : nothing
      }
    </div>`;
  }

  #detail({ item, index, size }: Row): object {
    const bytes = typeof size === 'number' ? size : null;
    return { index, name: nameOf(item), size: bytes, value: item };
  }

  #add(files: readonly File[]): void {
    const host = this.#host;
    const single = host.fileCount === 'single';
    host.take(single ? files[0] : [...itemsOf(host.value), ...files], 'upload');
  }

  #remove(items: readonly FileItem[], row: Row): void {
    const left = items.filter((_, at) => at !== row.index);
    const host = this.#host;
    host.value = left.length > 0 ? left : null;
    host.notify('delete', this.#detail(row));
    host.take(host.value);
  }

  #hold(index: number): void {
    if (this.#moved < 0 || this.#over === index) return;
    this.#over = index;
    this.#host.requestUpdate();
  }

  #shift(items: readonly FileItem[], index: number, by: number): void {
    if (index + by < 0 || index + by >= items.length) return;
    this.#move(items, index, index + by);
    const name = `name-${index + by}`;
    void this.#host.updateComplete.then(() => this.#host.shadowRoot?.getElementById(name)?.focus());
  }

  #move(items: readonly FileItem[], from: number, to: number): void {
    this.#moved = this.#over = -1;
    this.#host.requestUpdate();
    if (from < 0 || to < 0 || from === to) return;
    const moved = [...items];
    moved.splice(to, 0, ...moved.splice(from, 1));
    this.#host.take(moved);
  }
}
