/** @file Templates of the frame around a picture, a video or a sound. */

import { type TemplateResult, html, nothing } from 'lit';
import { errorIcon } from '../parts/icons.ts';

/** Takes files that are held over a component, dropped on it or pasted into it. */
export interface Taking {
  readonly onDrag: (event: DragEvent) => void;
  readonly onDragEnd: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

/** What the frame of a picture, a video or a sound shows of its component. */
export interface Framed {
  readonly name: string;
  readonly info: string;
  readonly message: string;
  readonly container: boolean;
  readonly showLabel: boolean;
  /** The page says how high its place is. */
  readonly sized: boolean;
}

/**
 * Draws the frame around everything, and the lines under it.
 *
 * @param intake - takes files that are dropped and pasted. @param dropping - a file is held over it.
 */
export function frame(
  { name, info, message }: Framed,
  inside: TemplateResult,
  intake?: Taking,
  dropping = false,
): TemplateResult {
  return html`<div
      class="surface ${dropping ? 'dropping' : ''}"
      part="surface"
      role="group"
      aria-label=${name}
      @dragover=${intake?.onDrag}
      @dragleave=${intake?.onDragEnd}
      @drop=${intake?.onDrop}
      @paste=${intake?.onPaste}
    >
      ${inside}
    </div>
    ${info ? html`<div class="info" part="info" id="info">${info}</div>` : nothing}
    ${message ? html`<div class="message" part="message" role="alert">${errorIcon}<span>${message}</span></div>` : nothing}`;
}

/** Draws the row of label and small buttons. */
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
