/** @file Draws the tools and the list of layers of an ImageEditor. */

import { type TemplateResult, html, nothing } from 'lit';
import { hexOf } from '../parts/colour.ts';
import { plusIcon } from '../parts/icons.ts';
import { imageIcon, trashIcon, undoIcon } from '../parts/media-icons.ts';
import type { Editing } from './editing.ts';
import { brushIcon, cropIcon, eraserIcon, eyeIcon } from './editor-icons.ts';
import type { Pen, Tool } from './pen.ts';
import { say } from '../../words/picture.ts';

/** What the tools do beside choosing what is drawn with. */
export interface ToolActions {
  /** Something else was chosen. */
  chosen(): void;
  /** Changes the picture by `work`. */
  change(work: () => void): void;
  step(which: 'undo' | 'redo'): void;
  open(file: File | undefined): void;
  clear(): void;
}

/** Draws what the picture is drawn upon with, and what is done to all of it. */
export function toolsView(editing: Editing, pen: Pen, actions: ToolActions): TemplateResult {
  const { canUndo, canRedo, now } = editing;
  const choose = (work: () => void) => {
    work();
    actions.chosen();
  };
  const tool = (name: Tool, words: string, drawing: TemplateResult, id?: string) => html`<button
    class="icon-button"
    id=${id ?? nothing}
    type="button"
    aria-label=${words}
    title=${words}
    aria-pressed=${pen.tool === name}
    @click=${() => choose(() => (pen.tool = name))}
  >
    ${drawing}
  </button>`;
  const act = (words: string, drawing: TemplateResult, press: () => void, can = true) => html`<button
    class="icon-button"
    type="button"
    aria-label=${words}
    title=${words}
    aria-disabled=${!can}
    @click=${press}
  >
    ${drawing}
  </button>`;
  return html`${tool('brush', say('brush'), brushIcon, 'control')} ${tool('eraser', say('eraser'), eraserIcon)}
    ${tool('crop', say('crop'), cropIcon)}
    <input
      class="thickness"
      type="range"
      aria-label=${say('size')}
      title=${say('size')}
      min="1"
      max=${Math.max(20, Math.round(now.width / 8))}
      .value=${String(pen.thickness)}
      @input=${(event: Event) => choose(() => (pen.thickness = (event.target as HTMLInputElement).valueAsNumber))}
    />
    <span class="palette" role="group" aria-label=${say('colours')}>
      ${pen.colours.map(
        (colour) => html`<button
          class="swatch"
          type="button"
          aria-label=${say('colour', { name: colour })}
          title=${colour}
          aria-pressed=${colour === pen.colour}
          .style=${`background: ${colour}`}
          @click=${() => choose(() => (pen.colour = colour))}
        ></button>`,
      )}
      <input
        class="own"
        type="color"
        aria-label=${say('anotherColour')}
        title=${say('anotherColour')}
        .value=${hexOf(pen.colour)}
        @input=${(event: Event) => choose(() => (pen.colour = (event.target as HTMLInputElement).value))}
      />
    </span>
    <span class="end">
      <label class="icon-button file" title=${say('openPicture')}>
        ${imageIcon}<input type="file" accept="image/*" aria-label=${say('openPicture')} @change=${(
          event: Event,
        ) => {
          const input = event.target as HTMLInputElement;
          actions.open(input.files?.[0]);
          input.value = ''; // the same file may be picked again
        }} />
      </label>
      ${act(say('undo'), undoIcon, () => actions.step('undo'), canUndo)}
      ${act(say('redo'), html`<span class="turned">${undoIcon}</span>`, () => actions.step('redo'), canRedo)}
      ${act(say('clear'), trashIcon, () => actions.clear())}
    </span>`;
}

/** Draws the list of layers. */
export function layersView(editing: Editing, { chosen, change }: ToolActions): TemplateResult {
  const { layers, active } = editing.now;
  const choose = (at: number) => {
    editing.chooseLayer(at);
    chosen();
  };
  return html`<div class="layers" role="group" aria-label=${say('layers')}>
    ${layers.map(
      ({ visible }, at) => html`<span class="layer">
        <button class="name" type="button" aria-pressed=${at === active} @click=${() => choose(at)}>
          ${say('layer', { number: at + 1 })}
        </button>
        <button
          class="icon-button ${visible ? '' : 'off'}"
          type="button"
          aria-label=${say('showLayer', { number: at + 1 })}
          aria-pressed=${visible}
          @click=${() => change(() => editing.toggleLayer(at))}
        >
          ${eyeIcon}
        </button>
        <button
          class="icon-button"
          type="button"
          aria-label=${say('removeLayer', { number: at + 1 })}
          @click=${() => change(() => editing.removeLayer(at))}
        >
          ${trashIcon}
        </button>
      </span>`,
    )}
    <button class="name" type="button" @click=${() => change(() => editing.addLayer())}>
      ${plusIcon} ${say('addLayer')}
    </button>
  </div>`;
}
