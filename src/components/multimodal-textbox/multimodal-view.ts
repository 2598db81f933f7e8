/** @file The view of a MultimodalTextbox: its text, its files, the ways in which these come. */

import { type TemplateResult, adoptStyles, html, nothing, svg } from 'lit';
import { BlobURLs } from '../file/blob-urls.ts';
import { nameOf } from '../file/names.ts';
import { acceptOf, isWanted } from '../file/rules.ts';
import type { FieldHands, FieldView } from '../field/lazy-field.ts';
import { arrowUpIcon, closeIcon, icon, stopIcon } from '../parts/icons.ts';
import { fileIcon, micIcon } from '../parts/media-icons.ts';
import { textboxStyles } from '../textbox/textbox.styles.ts';
import type { MultimodalHost, MultimodalValue } from './multimodal-host.ts';
import { multimodalStyles } from './multimodal.styles.ts';
import { say } from '../../words/chat.ts';

/** Paper clip. From lucide, as those of `icons.ts`. */
const clipIcon = icon(
  svg`<path d="m16 6-8.4 8.4a2 2 0 1 0 2.8 2.8l8.4-8.4a4 4 0 1 0-5.7-5.7l-8.4 8.5a6 6 0 1 0 8.5 8.4l8.4-8.4"/>`,
);

/** What is seen and pressed of a MultimodalTextbox. */
export class MultimodalView implements FieldView {
  readonly #host: MultimodalHost;
  readonly #hands: FieldHands<MultimodalValue>;
  /** Addresses of pictures among the files. */
  readonly #urls: BlobURLs;
  #dragged = false;
  #speaks = false;
  #focused = false;

  constructor(host: MultimodalHost, root: ShadowRoot, hands: FieldHands<MultimodalValue>) {
    adoptStyles(root, [...root.adoptedStyleSheets, textboxStyles, multimodalStyles]);
    this.#host = host;
    this.#hands = hands;
    this.#urls = new BlobURLs(host);
    // The addresses were taken back when the field left the page.
    host.addController({ hostConnected: () => host.requestUpdate() });
  }

  render(): TemplateResult {
    const { message, interactive, editable, rtl, placeholder, lines, value, sources } = this.#host;
    const { spokenName, describedBy } = this.#hands;
    const still = !editable;
    this.#urls.keep(value.files);
    return html`<div
      class="box multimodal ${still ? 'still' : ''} ${message ? 'wrong' : ''} ${this.#dragged ? 'dragged' : ''}"
      part="control"
      @dragover=${this.#onDrag}
      @dragleave=${this.#onDragEnd}
      @drop=${this.#onDrop}
    >
      ${value.files.length > 0 ? this.#renderFiles(still) : nothing}
      ${this.#speaks ? this.#renderMicrophone() : nothing}
      <div class="row">
        ${sources.includes('upload') && !still ? this.#renderUpload() : nothing}
        ${
          sources.includes('microphone') && !still
            ? html`<button class="icon-button" part="button" type="button" aria-label=${say(this.#speaks ? 'closeMicrophone' : 'microphone')} title=${say('microphone')} aria-expanded=${this.#speaks} @click=${this.#toggleMicrophone}>${micIcon}</button>`
            : nothing
        }
        <textarea
          id="control"
          class="entry"
          part="entry"
          rows=${lines}
          dir=${rtl ? 'rtl' : 'auto'}
          placeholder=${placeholder || nothing}
          aria-label=${spokenName}
          aria-describedby=${describedBy}
          aria-invalid=${message ? 'true' : nothing}
          ?disabled=${interactive === false}
          ?readonly=${still}
          @input=${this.#read}
          @keydown=${this.#onKey}
          @select=${this.#onSelect}
          @paste=${this.#onPaste}
        ></textarea>
        ${this.#renderTools(still)}
      </div>
    </div>`;
  }

  updated(): void {
    const entry = this.#entry;
    if (!entry) return;
    const { value, lines, maxLines, autofocus } = this.#host;
    if (entry.value !== value.text) {
      const { selectionStart: start } = entry;
      const typing = entry.matches(':focus');
      entry.value = value.text;
      if (typing) entry.setSelectionRange(start, start);
    }
    entry.style.setProperty('--lines', String(lines));
    entry.style.setProperty('--most', String(Math.max(lines, maxLines)));
    if (autofocus && !this.#focused) entry.focus();
    this.#focused = true;
  }

  get #entry(): HTMLTextAreaElement | null {
    return this.#host.renderRoot.querySelector<HTMLTextAreaElement>('#control');
  }

  #renderUpload(): TemplateResult {
    const { fileCount } = this.#host;
    return html`<input
        class="visually-hidden"
        type="file"
        tabindex="-1"
        aria-hidden="true"
        accept=${acceptOf(this.#host) || nothing}
        ?multiple=${fileCount !== 'single'}
        ?webkitdirectory=${fileCount === 'directory'}
        @change=${this.#onPick}
      /><button class="icon-button" part="button" type="button" aria-label=${say('addFiles')} title=${say('addFiles')} @click=${this.#pick}>${clipIcon}</button>`;
  }

  #renderFiles(still: boolean): TemplateResult {
    return html`<ul class="files" aria-label=${say('files')}>
      ${this.#host.value.files.map((file, at) => {
        const name = nameOf(file);
        const picture = this.#pictureOf(file);
        return html`<li class="file" part="file">
          ${picture ? html`<img src=${picture} alt="" />` : fileIcon}<span class="name">${name}</span>
          ${
            still
              ? nothing
              : html`<button class="icon-button" part="button" type="button" aria-label=${say('removeNamed', { name })} title=${say('remove')} @click=${() => this.#remove(at)}>${closeIcon}</button>`
          }
        </li>`;
      })}
    </ul>`;
  }

  #renderMicrophone(): TemplateResult {
    return html`<riv-audio class="microphone" label=${say('microphone')} sources="microphone" .interactive=${true} .showLabel=${false} @change=${this.#onSpoken} @input=${(event: Event) => event.stopPropagation()}></riv-audio>`;
  }

  #renderTools(still: boolean): unknown {
    const { submitBtn, stopBtn } = this.#host;
    if (!submitBtn && !stopBtn) return nothing;
    return html`<span class="tools">
      ${
        stopBtn
          ? html`<button class="send halt" part="button" type="button" aria-label=${say('stop')} @click=${this.#stop}>${stopBtn === true ? stopIcon : stopBtn}</button>`
          : nothing
      }
      ${
        submitBtn
          ? html`<button class="send" part="button" type="button" aria-label=${submitBtn === true ? say('send') : nothing} ?disabled=${still} @click=${this.#submit}>${submitBtn === true ? arrowUpIcon : submitBtn}</button>`
          : nothing
      }
    </span>`;
  }

  #pictureOf(file: Blob | string): string | null {
    return typeof file !== 'string' && file.type.startsWith('image/') ? this.#urls.of(file) : null;
  }

  #commit(change: Partial<MultimodalValue>): void {
    this.#hands.commit({ ...this.#host.value, ...change });
  }

  /** Adds files of the kinds that are wanted, and says of which kinds there were others. */
  #add(given: Iterable<File> | null | undefined): void {
    const all = [...(given ?? [])];
    if (all.length === 0) return;
    const { fileTypes, fileCount, value } = this.#host;
    const files = all.filter((file) => isWanted(file, this.#host));
    const others = all.filter((file) => !files.includes(file));
    if (files.length > 0)
      this.#commit({ files: fileCount === 'single' ? [files.at(-1)!] : [...value.files, ...files] });
    if (others.length > 0)
      this.#host.message = say('cannotAdd', {
        names: others.map(({ name }) => `“${name}”`).join(', '),
        kinds: (fileTypes ?? []).join(', '),
      });
  }

  #remove(at: number): void {
    this.#commit({ files: this.#host.value.files.filter((_, index) => index !== at) });
    this.#entry?.focus();
  }

  #read = (event: Event): void => {
    const { value: text } = event.target as HTMLTextAreaElement;
    if (text !== this.#host.value.text) this.#commit({ text });
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || !this.#host.editable) return;
    if (event.shiftKey !== this.#host.lines > 1) return;
    event.preventDefault();
    this.#submit();
  };

  #onSelect = (event: Event): void => {
    const { selectionStart: start, selectionEnd: end, value } = event.target as HTMLTextAreaElement;
    if (start !== end)
      this.#hands.emit('select', { value: value.slice(start, end), index: [start, end], selected: true });
  };

  #pick = (): void => {
    this.#host.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
  };

  #onPick = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.#add(input.files);
    input.value = ''; // the same file may be picked again
    this.#entry?.focus();
  };

  #onPaste = (event: ClipboardEvent): void => {
    const { editable, sources, maxPlainTextLength } = this.#host;
    if (!editable || !sources.includes('upload')) return;
    const { files } = event.clipboardData ?? {};
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files?.length) this.#add(files);
    else if (text.length > maxPlainTextLength)
      this.#add([new File([text], 'pasted_text.txt', { type: 'text/plain' })]);
    else return;
    event.preventDefault();
  };

  #onDrag = (event: DragEvent): void => {
    if (!this.#takesFiles || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#drag(true);
  };

  #onDragEnd = (event: DragEvent): void => {
    const box = event.currentTarget as HTMLElement;
    if (!box.contains(event.relatedTarget as Node | null)) this.#drag(false);
  };

  #onDrop = (event: DragEvent): void => {
    this.#drag(false);
    if (!this.#takesFiles) return;
    event.preventDefault();
    this.#add(event.dataTransfer?.files);
  };

  get #takesFiles(): boolean {
    return this.#host.editable && this.#host.sources.includes('upload');
  }

  #drag(over: boolean): void {
    if (this.#dragged === over) return;
    this.#dragged = over;
    this.#host.requestUpdate();
  }

  #toggleMicrophone = (): void => {
    this.#speaks = !this.#speaks;
    this.#host.requestUpdate();
  };

  #onSpoken = (event: Event): void => {
    event.stopPropagation();
    const { value } = event.target as HTMLElement & { value: unknown };
    if (!(value instanceof Blob)) return;
    this.#speaks = false;
    const { files } = this.#host.value;
    this.#commit({
      files: [...files, value instanceof File ? value : new File([value], 'audio.wav', { type: value.type })],
    });
    this.#entry?.focus();
  };

  #submit = (): void => this.#hands.emit('submit', { value: this.#host.value });

  #stop = (): void => this.#hands.emit('stop', { value: this.#host.value });
}
