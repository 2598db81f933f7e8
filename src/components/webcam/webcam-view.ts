/** @file Templates of the camera while it is not live. */

import { type TemplateResult, html, nothing } from 'lit';
import { errorIcon } from '../parts/icons.ts';
import { cameraIcon, loaderIcon } from '../parts/media-icons.ts';
import type { Webcam } from './webcam.ts';

/** What stands in the place of the picture while the camera is not live. */
export function webcamCard(webcam: Webcam): unknown {
  const open = () => void webcam.open();
  if (webcam.phase === 'live') return nothing;
  if (webcam.phase === 'asking')
    return html`<div class="card" role="status">
      <span class="big spin">${loaderIcon}</span>
      <span>Waiting for the camera</span>
      <span class="hint">The browser may ask you to allow it.</span>
      <button class="button" part="button" @click=${() => webcam.close()}>Cancel</button>
    </div>`;
  if (webcam.phase === 'error') return errorCard(webcam, open);
  return html`<div class="card">
    <span class="big">${cameraIcon}</span>
    <button class="button" id="control" part="button" @click=${open}>Click to Access Webcam</button>
  </div>`;
}

function errorCard({ error }: Webcam, retry: () => void): TemplateResult {
  const cause = error?.cause as Error | undefined;
  return html`<div class="card">
    <span class="big wrong">${errorIcon}</span>
    <span role="alert">${error?.message}</span>
    ${cause ? html`<details><summary>Details</summary>${cause.name}: ${cause.message}</details>` : nothing}
    <button class="button" id="control" part="button" @click=${retry}>
      <span>Try again<span class="visually-hidden"> to access the Webcam</span></span>
    </button>
  </div>`;
}

const PHASES = { idle: 'Camera off', asking: 'Asking for the camera', error: 'No camera' };

/** What the controls depend on besides the camera. */
export interface Controls {
  /** True when the camera records; false when it takes photos. */
  streams: boolean;
  /** The stream waits for its turn. */
  waiting: boolean;
  /** There is a picture already. */
  filled: boolean;
  capture: () => void;
}

/** The controls under a camera; in words what it does while there is nothing to press. */
export function webcamControls(webcam: Webcam, controls: Controls): unknown {
  if (webcam.phase === 'live') return webcam.parts?.liveControls(webcam, controls);
  if (webcam.phase === 'idle' && controls.filled)
    return html`<button class="button" part="button" @click=${() => void webcam.open()}>${cameraIcon}Retake photo</button>`;
  return html`<span class="hint">${PHASES[webcam.phase]}</span>`;
}
