/** @file Templates of a live camera: its controls and its badge. */

import { type TemplateResult, html, nothing } from 'lit';
import type { StreamStats } from '../../shared/port.ts';
import { chevronDownIcon, closeIcon, stopIcon } from '../parts/icons.ts';
import { cameraIcon, loaderIcon, recordIcon, switchCameraIcon } from '../parts/media-icons.ts';
import type { Controls } from './webcam-view.ts';
import type { Webcam } from './webcam.ts';

/** The controls under a camera that is on. */
export function liveControls(webcam: Webcam, { streams, waiting, capture }: Controls): TemplateResult {
  if (webcam.recording !== 'off') return stopButton(webcam, waiting);
  const main = streams
    ? html`<button class="button" id="control" part="button record" @click=${() => void webcam.record()}>
        <span class="red">${recordIcon}</span>Record
      </button>`
    : html`<button class="button" id="control" part="button record" @click=${capture}>${cameraIcon}Capture photo</button>`;
  return html`${main}${picker(webcam)}${flipButton(webcam)}`;
}

/** Turns a live camera off. */
export function closeButton(webcam: Webcam): unknown {
  if (webcam.phase !== 'live' || webcam.recording !== 'off') return nothing;
  return html`<button class="icon-button" part="button" aria-label="Close camera" title="Close camera" @click=${() => webcam.close()}>
    ${closeIcon}
  </button>`;
}

function stopButton(webcam: Webcam, waiting: boolean): TemplateResult {
  const busy = waiting || webcam.recording === 'ending';
  return html`<button class="button" id="control" part="button record" @click=${() => webcam.stop()}>
      <span class=${busy ? 'spin' : 'red'}>${busy ? loaderIcon : stopIcon}</span>${waiting ? 'Waiting' : 'Stop'}
    </button>
    ${webcam.recording === 'ending' ? html`<span class="hint" role="status">Finishing</span>` : nothing}`;
}

function picker(webcam: Webcam): unknown {
  if (webcam.devices.length < 2) return nothing;
  return html`<span class="picker icon-button" part="picker" title="Choose a camera">
    ${chevronDownIcon}
    <select aria-label="Camera" @change=${(event: Event) => void webcam.choose((event.target as HTMLSelectElement).value)}>
      ${webcam.devices.map(({ id, label }) => html`<option value=${id} ?selected=${id === webcam.device}>${label}</option>`)}
    </select>
  </span>`;
}

function flipButton(webcam: Webcam): unknown {
  if (webcam.devices.length < 2 || webcam.facing === null) return nothing;
  const name = webcam.facing === 'environment' ? 'Use the front camera' : 'Use the back camera';
  return html`<button class="icon-button" part="button" aria-label=${name} title=${name} @click=${() => void webcam.flip()}>
    ${switchCameraIcon}
  </button>`;
}

/** The red dot of a running stream; how fast it is shows on hover. */
export function liveBadge({ fps, dropped }: StreamStats): TemplateResult {
  return html`<span class="live" part="live" title=${`${fps.toFixed(1)} frames per second, ${dropped} dropped`}>
    <span class="dot"></span><span class="visually-hidden">Streaming</span>
    <span class="fps">${fps.toFixed(0)} fps</span>
  </span>`;
}
