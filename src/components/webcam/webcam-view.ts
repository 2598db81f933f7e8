/** @file Templates of the camera while it is not live. */

import { html } from 'lit';
import { cameraIcon } from '../parts/media-icons.ts';
import type { WebcamControls } from './live-view.ts';
import type { Webcam } from './webcam.ts';
import { say } from '../../words/media.ts';

const PHASES = { idle: 'cameraOff', asking: 'askingCamera', error: 'noCamera' } as const;

/** Draws the controls under a camera; in words what it does while there is nothing to press. */
export function webcamControls(webcam: Webcam, controls: WebcamControls): unknown {
  if (webcam.phase === 'live') return webcam.parts?.liveControls(webcam, controls);
  if (webcam.phase === 'idle' && controls.filled)
    return html`<button class="button" part="button" @click=${() => void webcam.open()}>${cameraIcon}${say('retake')}</button>`;
  return html`<span class="hint">${say(PHASES[webcam.phase])}</span>`;
}
