/** @file Templates of the frame around a picture, a video or a sound. */

import { type TemplateResult, html, nothing } from 'lit';
import { errorIcon } from '../parts/icons.ts';

/** What the frame of a picture, a video or a sound shows of its component. */
export interface Framed {
  readonly name: string;
  readonly info: string;
  readonly message: string;
  readonly container: boolean;
  readonly showLabel: boolean;
}

/** What is done with files that are dropped or pasted. */
export interface Drops {
  onDrag(event: DragEvent): void;
  onDragEnd(event: DragEvent): void;
  onDrop(event: DragEvent): void;
  onPaste(event: ClipboardEvent): void;
}

/** The frame around everything, and the lines under it. `dropping`: a file is held over it. */
export function frame(
  { name, info, message }: Framed,
  { onDrag, onDragEnd, onDrop, onPaste }: Drops,
  dropping: boolean,
  inside: TemplateResult,
): TemplateResult {
  return html`<div
      class="surface ${dropping ? 'dropping' : ''}"
      part="surface"
      role="group"
      aria-label=${name}
      @dragover=${onDrag}
      @dragleave=${onDragEnd}
      @drop=${onDrop}
      @paste=${onPaste}
    >
      ${inside}
    </div>
    ${info ? html`<div class="info" part="info" id="info">${info}</div>` : nothing}
    ${message ? html`<div class="message" part="message" role="alert">${errorIcon}<span>${message}</span></div>` : nothing}`;
}

/** The row of label and small buttons. */
export function head(
  { container, showLabel, name }: Framed,
  icon: TemplateResult,
  buttons: unknown,
): TemplateResult {
  const named = container && showLabel;
  return html`<div class="head ${named ? '' : 'bare'}" part="head">
    ${named ? html`<span class="chip" part="label">${icon}<span>${name}</span></span>` : nothing} ${buttons}
  </div>`;
}
