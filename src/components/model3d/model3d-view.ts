/** @file The view of a Model3D: what draws the model, and what takes and gives its file. */

import { type ReactiveController, type TemplateResult, adoptStyles, html, nothing, svg } from 'lit';
import { wordsOf } from '../../shared/errors.ts';
import { lazy } from '../../page/lazy.ts';
import type { FieldHands, FieldView } from '../field/lazy-field.ts';
import { nameInURL, save } from '../media-frame/export.ts';
import { closeIcon, icon } from '../parts/icons.ts';
import { downloadIcon } from '../parts/media-icons.ts';
import type { ModelFile, Model3DHost } from './model3d-host.ts';
import { model3dStyles } from './model3d.styles.ts';
import type { Viewer } from './viewer.ts';
import { say } from '../../words/files.ts';

/** Box. From lucide, as those of `icons.ts`. */
const boxIcon = icon(
  svg`<path d="M21 8a2 2 0 0 0-1-1.73l-7-4a2 2 0 0 0-2 0l-7 4A2 2 0 0 0 3 8v8a2 2 0 0 0 1 1.73l7 4a2 2 0 0 0 2 0l7-4A2 2 0 0 0 21 16Z"/><path d="m3.3 7 8.7 5 8.7-5"/><path d="M12 22V12"/>`,
);

/** What is seen and pressed of a Model3D. */
export class Model3DView implements FieldView, ReactiveController {
  readonly #host: Model3DHost;
  readonly #root: ShadowRoot;
  readonly #hands: FieldHands<ModelFile | null>;
  #busy = false;
  /** The model that is drawn, or on its way. */
  #shown: ModelFile | null = null;
  /** Viewers in the page, the one of the newest model first: another model has another, and stays until that is drawn. */
  #viewers: Viewer[] = [];
  #complaint = '';

  constructor(host: Model3DHost, root: ShadowRoot, hands: FieldHands<ModelFile | null>) {
    adoptStyles(root, [...root.adoptedStyleSheets, model3dStyles]);
    this.#host = host;
    this.#root = root;
    this.#hands = hands;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** Viewers that have left the page show nothing any more; those that were moved do. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#forget();
    });
  }

  render(): TemplateResult {
    const { value, editable, height, clearColor } = this.#host;
    return html`<div
      class="surface"
      part="surface"
      role="group"
      aria-label=${this.#hands.name}
      .style=${`height: ${height}px; ${clearColor ? `background: ${clearColor}` : ''}`}
      @dragover=${(event: Event) => editable && event.preventDefault()}
      @drop=${this.#dropFile}
    >
      ${value === null ? this.#renderEmpty(editable) : html`<div class="stage"></div>`}
      ${this.#busy ? html`<div class="busy" role="status">${say('loadingModel')}</div>` : nothing}
      ${value === null ? nothing : this.#renderTools(editable)}
    </div>`;
  }

  updated(): void {
    const { value, isConnected } = this.#host;
    if (!isConnected) return;
    if (value === null) return this.#forget();
    if (value !== this.#shown) void this.#load(value);
    for (const viewer of this.#viewers) viewer.cameraOrbit = this.#orbit;
  }

  get #orbit(): string {
    return this.#host.cameraPosition ?? 'auto auto auto';
  }

  #renderEmpty(editable: boolean): TemplateResult {
    if (!editable) return html`<div class="nothing">${boxIcon}<span>${say('nothingYet')}</span></div>`;
    return html`<label class="nothing pick">
      ${boxIcon}<span>${say('dropModel')} <u>${say('pickOne')}</u></span>
      <input
        id="control"
        type="file"
        accept=".glb,.gltf,model/gltf-binary,model/gltf+json"
        aria-label=${say('pickFile', { name: this.#hands.name })}
        ?disabled=${!editable}
        @change=${this.#pick}
      />
    </label>`;
  }

  #renderTools(editable: boolean): TemplateResult {
    const button = (name: string, drawing: TemplateResult, press: () => void) =>
      html`<button class="icon-button" part="button" type="button" aria-label=${name} title=${name} @click=${press}>${drawing}</button>`;
    return html`<div class="tools">
      ${button(say('download'), downloadIcon, this.#download)} ${editable ? button(say('clear'), closeIcon, this.#clear) : nothing}
    </div>`;
  }

  /** Draws a model; the first one loads what draws it. What is not one is said, and the next is tried. */
  async #load(value: ModelFile): Promise<void> {
    this.#shown = value;
    this.#say(true);
    try {
      const problem = value instanceof Blob ? await problemOf(value) : '';
      if (problem) throw new Error(problem);
      const { makeViewer, adoptOwnStyles } = await lazy(() => import('./viewer.ts'));
      if (this.#shown !== value) return; // another one came meanwhile
      const viewer = makeViewer();
      viewer.alt = this.#hands.name;
      viewer.cameraOrbit = this.#orbit;
      viewer.src = value instanceof Blob ? URL.createObjectURL(value) : value;
      const drawn = settled(viewer);
      this.#viewers.unshift(viewer);
      this.#root.querySelector('.stage')?.prepend(viewer);
      await viewer.updateComplete;
      adoptOwnStyles(viewer);
      await drawn;
      if (this.#shown !== value) return;
      this.#drop(this.#viewers.splice(1));
      this.#complain('');
    } catch (error) {
      if (this.#shown !== value) return;
      this.#drop(this.#viewers.splice(0));
      this.#complain(say('cannotShow', { name: this.#hands.name, why: wordsOf(error) }));
    } finally {
      if (this.#shown === value) this.#say(false);
    }
  }

  #drop(viewers: readonly Viewer[]): void {
    for (const viewer of viewers) {
      viewer.remove();
      if (viewer.src?.startsWith('blob:')) URL.revokeObjectURL(viewer.src);
    }
  }

  #say(busy: boolean): void {
    this.#busy = busy;
    this.#host.requestUpdate();
  }

  #complain(words: string): void {
    if (words || this.#host.message === this.#complaint) this.#host.message = words;
    this.#complaint = words;
  }

  #forget(): void {
    this.#drop(this.#viewers.splice(0));
    this.#shown = null;
    this.#busy = false;
  }

  #dropFile = (event: DragEvent): void => {
    if (!this.#host.editable) return;
    event.preventDefault();
    this.#take(event.dataTransfer?.files[0]);
  };

  #pick = (event: Event): void => this.#take((event.target as HTMLInputElement).files?.[0]);

  #take(file: File | undefined): void {
    if (!file) return;
    this.#hands.commit(file);
    this.#hands.emit('upload', { value: file });
  }

  #clear = (): void => {
    this.#hands.commit(null);
    this.#hands.emit('clear');
  };

  #download = (): void => {
    const { value } = this.#host;
    if (value instanceof Blob) return save(value, value instanceof File ? value.name : 'model.glb');
    if (value)
      Object.assign(document.createElement('a'), { href: value, download: nameInURL(value) }).click();
  };
}

/** Says why a file is no model; nothing where it begins as one. */
async function problemOf(file: Blob): Promise<string> {
  const start = await file.slice(0, 64).text();
  if (start.startsWith('glTF') || start.trimStart().startsWith('{')) return '';
  return 'it is no glb or gltf file';
}

/** Resolves when a viewer has drawn its model. @throws saying that it cannot */
function settled(viewer: Viewer): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const listen = (name: string, then: () => void) =>
      viewer.addEventListener(name, () => (over.abort(), then()), { signal: over.signal });
    listen('load', resolve);
    listen('error', () =>
      reject(new Error('its file is missing, damaged, or compressed in a way that is not read here')),
    );
  });
}
