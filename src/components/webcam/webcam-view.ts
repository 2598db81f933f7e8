/** @file Templates of the camera while it is not live. */

import { html } from 'lit';
import { cameraIcon } from '../parts/media-icons.ts';
import type { WebcamControls } from './live-view.ts';
import type { Webcam } from './webcam.ts';

const PHASES = { idle: 'Camera off', asking: 'Asking for the camera', error: 'No camera' };

/** Draws the controls under a camera; in words what it does while there is nothing to press. */
export function webcamControls(webcam: Webcam, controls: WebcamControls): unknown {
  if (webcam.phase === 'live') return webcam.parts?.liveControls(webcam, controls);
  if (webcam.phase === 'idle' && controls.filled)
    return html`<button class="button" part="button" @click=${() => void webcam.open()}>${cameraIcon}Retake photo</button>`;
  return html`<span class="hint">${PHASES[webcam.phase]}</span>`;
}
