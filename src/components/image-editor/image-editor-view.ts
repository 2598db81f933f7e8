/** @file The view of an ImageEditor: shows its value, and gives it what the user has made of it. */

import { type ReactiveController, type TemplateResult, adoptStyles, html, nothing } from 'lit';
import { wordsOf } from '../../shared/errors.ts';
import type { FieldHands, FieldView } from '../field/lazy-field.ts';
import { dataOf } from './canvas.ts';
import { Editing, blank, stateOf } from './editing.ts';
import type { Editable, ImageEditorHost } from './image-editor-host.ts';
import { imageEditorStyles } from './image-editor.styles.ts';
import { Paper } from './paper.ts';
import { Pen } from './pen.ts';
import { type ToolActions, layersView, toolsView } from './tools.ts';
import { say } from '../../words/picture.ts';

export { blobFor, partsFor } from './to-input.ts';

/** What is seen and pressed of an ImageEditor. */
export class ImageEditorView implements FieldView, ReactiveController {
  readonly #host: ImageEditorHost;
  readonly #hands: FieldHands<Editable>;
  readonly #editing: Editing;
  readonly #pen: Pen;
  readonly #paper: Paper;
  readonly #actions: ToolActions;
  /** The value that is shown; another one is loaded. */
  #shown: Editable | undefined;
  #turn = 0;
  #complaint = '';

  constructor(host: ImageEditorHost, root: ShadowRoot, hands: FieldHands<Editable>) {
    adoptStyles(root, [...root.adoptedStyleSheets, imageEditorStyles]);
    this.#host = host;
    this.#hands = hands;
    const [width = 800, height = 600] = host.canvasSize;
    this.#editing = new Editing(width, height);
    this.#pen = new Pen(host, this.#editing);
    this.#paper = new Paper(root, this.#editing, this.#pen, () => this.#changed());
    this.#actions = {
      chosen: () => host.requestUpdate(),
      change: (work) => this.#change(work),
      step: (which) => this.#step(which),
      open: (file) => this.#open(file),
      clear: () => this.#clear(),
    };
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#paper.rest();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    const { editable, height, layers } = this.#host;
    const { press, move, release } = this.#paper;
    return html`<div
      class="surface"
      part="surface"
      role="group"
      aria-label=${this.#hands.name}
      @keydown=${this.#onKey}
      @dragover=${(event: Event) => editable && event.preventDefault()}
      @drop=${this.#drop}
      @paste=${this.#paste}
    >
      <div class="stage" .style=${`height: ${height}px`}>
        <canvas
          class="paper ${editable ? this.#pen.tool : 'still'}"
          part="canvas"
          role="img"
          aria-label=${say('drawn', { name: this.#hands.name })}
          @pointerdown=${editable ? press : nothing}
          @pointermove=${move}
          @pointerup=${release}
          @pointercancel=${release}
        ></canvas>
      </div>
      ${editable ? html`<div class="bar" part="bar">${toolsView(this.#editing, this.#pen, this.#actions)}</div>` : nothing}
      ${editable && layers ? layersView(this.#editing, this.#actions) : nothing}
    </div>`;
  }

  /** Loads a value that is not the user's own; draws. */
  updated(): void {
    const { value } = this.#host;
    if (value !== this.#shown) void this.#take(value);
    this.#paper.paint();
  }

  /** Shows another value. What cannot be had is said, and what was there stays. */
  async #take(value: Editable): Promise<void> {
    this.#shown = value;
    const turn = ++this.#turn;
    try {
      const state = await stateOf(value, this.#host.canvasSize);
      if (turn !== this.#turn) return;
      this.#editing.begin(state);
      this.#complain('');
    } catch (error) {
      if (turn === this.#turn) this.#complain(`${this.#hands.name} cannot be shown: ${wordsOf(error)}`);
    }
    this.#host.requestUpdate();
  }

  #complain(words: string): void {
    if (words || this.#host.message === this.#complaint) this.#host.message = words;
    this.#complaint = words;
  }

  #step(which: 'undo' | 'redo'): void {
    const { canUndo, canRedo } = this.#editing;
    if (which === 'undo' ? canUndo : canRedo) this.#change(() => this.#editing[which]());
  }

  #clear(): void {
    const [width = 800, height = 600] = this.#host.canvasSize;
    this.#editing.go(blank(width, height));
    this.#commit(null);
    this.#hands.emit('clear');
  }

  #change(work: () => void): void {
    work();
    this.#changed();
  }

  /** The user has changed the picture. */
  #changed(): void {
    try {
      const { background, layers } = this.#editing.now;
      this.#commit({
        background: background && dataOf(background),
        layers: layers.map(({ canvas }) => dataOf(canvas)),
        composite: dataOf(this.#editing.composite()),
      });
    } catch (error) {
      this.#complain(say('drawingUnread', { why: wordsOf(error) }));
    }
  }

  /** Gives the element what is shown; nothing that is still being loaded takes its place. */
  #commit(value: Editable): void {
    this.#shown = value;
    this.#turn++;
    this.#hands.commit(value);
  }

  #drop = (event: DragEvent): void => {
    if (!this.#host.editable) return;
    event.preventDefault();
    this.#open(event.dataTransfer?.files[0]);
  };

  #paste = (event: ClipboardEvent): void => {
    if (this.#host.editable) this.#open(event.clipboardData?.files[0]);
  };

  #open(file: File | undefined): void {
    if (!file) return;
    if (!file.type.startsWith('image/')) return this.#complain(say('noPicture', { name: file.name }));
    this.#hands.commit(file);
    this.#hands.emit('upload', { value: file });
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#step(event.shiftKey ? 'redo' : 'undo');
  };
}
