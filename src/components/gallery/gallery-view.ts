/** @file The view of a Gallery: its grid, and one entry large. */

import { type TemplateResult, adoptStyles, html, nothing } from 'lit';
import { BlobURLs } from '../file/blob-urls.ts';
import { FilesIntake } from '../file/intake.ts';
import { nameOf } from '../file/names.ts';
import { acceptOf, kindsInWords } from '../file/rules.ts';
import { encode } from '../media-frame/encode.ts';
import { Expand } from '../media-frame/expand.ts';
import { nameInURL, save } from '../media-frame/export.ts';
import { frame, head } from '../media-frame/frame-view.ts';
import { emptyOutput, filePicker, tools, uploadCard } from '../media-frame/source-views.ts';
import { viewStyles } from '../media-frame/view.styles.ts';
import { FocusKeeper } from '../parts/focus-keeper.ts';
import { plusIcon } from '../parts/icons.ts';
import { imageIcon } from '../parts/media-icons.ts';
import { gridView, previewView } from './gallery-parts.ts';
import type { GalleryHost } from './gallery-host.ts';
import type { GalleryItem } from './gallery-value.ts';
import { galleryStyles } from './gallery.styles.ts';
import { Tile } from './tile.ts';
import { say } from '../../words/files.ts';

export { encode } from '../media-frame/encode.ts';
export { toInput } from './to-input.ts';

/** All that a reader sees and presses of a Gallery. */
export class GalleryView {
  readonly #host: GalleryHost;
  readonly #root: ShadowRoot;
  readonly #intake: FilesIntake;
  readonly #urls: BlobURLs;
  readonly #expand: Expand;
  #tiles: Tile[] = [];
  #dropping = false;

  constructor(host: GalleryHost, root: ShadowRoot) {
    adoptStyles(root, [...root.adoptedStyleSheets, ...viewStyles, ...galleryStyles]);
    this.#host = host;
    this.#root = root;
    this.#urls = new BlobURLs(host);
    this.#expand = new Expand(host, () => root.querySelector<HTMLElement>('.surface'));
    host.addController({
      hostConnected: () => {
        this.#tiles = []; // their files have other URLs now
        host.requestUpdate();
      },
    });
    new FocusKeeper(host, { root: () => root, heirs: ['control', 'cell-0'] });
    this.#intake = new FilesIntake({
      element: host,
      take: (files) => {
        const taken = files.map((media): GalleryItem => ({ media, caption: null }));
        host.take([...host.items, ...taken], 'upload');
      },
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
    const { takes, sized, buttons, items } = host;
    this.#follow(items);
    const filled = items.length > 0;
    const chosen = this.#tiles[host.selectedIndex ?? -1];
    const open = host.allowPreview && chosen !== undefined;
    const actions = {
      ...(open ? { download: () => void this.#download([chosen.item]) } : {}),
      ...(buttons.includes('downloadAll') && !open ? { download: () => void this.#download(items) } : {}),
      expand: () => this.#expand.toggle(),
      clear: () => {
        this.forget();
        host.selectedIndex = null;
        host.take([], 'clear');
      },
    };
    const named = buttons.map((each) => (each === 'downloadAll' && !open ? 'download' : each));
    const inside = html`
      ${head(host, imageIcon, tools({ filled, editable: takes, buttons: named, expanded: this.#expand.active, ...actions }))}
      <div class="stage ${sized ? 'sized' : ''} ${filled ? 'filled' : ''}" part="stage" .style=${this.#size()}>
        ${filled ? (open ? this.#preview() : this.#grid()) : this.#empty()}
      </div>`;
    return frame(host, inside, this.#intake, this.#dropping);
  }

  /** One tile for each entry; those of before are kept, so that nothing is loaded or drawn again. */
  #follow(items: readonly GalleryItem[]): void {
    const before = new Map(this.#tiles.map((tile) => [tile.item.media, tile]));
    this.#urls.keep(items.map(({ media }) => media));
    this.#tiles = items.map((item) => {
      const kept = before.get(item.media);
      before.delete(item.media); // the same picture again needs elements of its own
      if (kept?.item.caption === item.caption) return kept;
      return new Tile(item, this.#urls, () => this.#host.requestUpdate());
    });
  }

  #size(): string {
    const { columns, rows, objectFit, sized } = this.#host;
    const across = Math.min(Math.max(1, Math.round(columns)), 24);
    const high = rows && !sized ? `--_rows: ${Math.max(1, Math.round(rows))}` : '';
    return `--_columns: ${across}; --_fit: ${objectFit}; ${high}`;
  }

  #empty(): TemplateResult {
    const { takes, placeholder = '' } = this.#host;
    if (!takes) return emptyOutput(imageIcon, placeholder);
    const accept = acceptOf(this.#host);
    const hint = kindsInWords(this.#host);
    return uploadCard(
      { word: 'dropFiles', accept, placeholder, hint, count: 'multiple' },
      this.#intake.onPick,
    );
  }

  #grid(): TemplateResult {
    const host = this.#host;
    const { takes } = host;
    const more = html`<label class="more" title=${say('addFiles')}>
      ${plusIcon}<span class="visually-hidden">${say('addFiles')}</span>
      ${filePicker(acceptOf(host), 'multiple', this.#intake.onPick)}</label>`;
    return gridView(this.#tiles, {
      chosen: host.selectedIndex,
      choose: (index) => this.#choose(index, true),
      remove: takes ? (index) => this.#remove(index) : null,
      more: takes ? more : nothing,
    });
  }

  #preview(): TemplateResult {
    const host = this.#host;
    const index = host.selectedIndex!;
    const { length } = this.#tiles;
    return previewView(this.#tiles, index, {
      choose: (next) => this.#choose((next + length) % length, false),
      close: () => this.#close(index),
    });
  }

  #choose(index: number, opens: boolean): void {
    const host = this.#host;
    const item = this.#tiles[index]!.item;
    host.selectedIndex = index;
    host.notify('select', { index, caption: item.caption, value: item });
    if (!host.allowPreview) return;
    if (opens) {
      host.notify('previewOpen', { index });
      this.#focus('preview');
    } else if (this.#root.activeElement?.id.startsWith('thumb-')) this.#focus(`thumb-${index}`);
  }

  #close(index: number): void {
    this.#host.selectedIndex = null;
    this.#host.notify('previewClose', { index });
    this.#focus(`cell-${index}`);
  }

  #remove(index: number): void {
    const host = this.#host;
    const item = host.items[index]!;
    host.value = host.items.filter((_, at) => at !== index);
    host.selectedIndex = null;
    host.notify('delete', { index, caption: item.caption, value: item });
    host.take(host.value);
  }

  #focus(id: string): void {
    void this.#host.updateComplete.then(() => this.#root.getElementById(id)?.focus());
  }

  /** Saves entries one after the other. What comes from another site may be shown, and yet not be read. */
  async #download(items: readonly GalleryItem[]): Promise<void> {
    try {
      for (const { media } of items) {
        const file = await encode(media, undefined, 'png');
        if (file) save(file, media instanceof File ? media.name : nameInURL(media) || nameOf(file, 'image'));
      }
    } catch (error) {
      this.#host.message = say('noFile', { why: (error as Error).message });
    }
  }
}
