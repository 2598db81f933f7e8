/** @file What stands in the place of picture or sound while a device is not live. */

import { type TemplateResult, html, nothing } from 'lit';
import { errorIcon } from '../parts/icons.ts';
import { cameraIcon, loaderIcon, micIcon, recordIcon } from '../parts/media-icons.ts';
import type { DeviceSession } from './device-session.ts';

const WORDS = {
  camera: { name: 'Webcam', icon: cameraIcon, id: 'control' },
  microphone: { name: 'Microphone', icon: micIcon, id: nothing }, // Record is the main button,
};

/** Draws what stands in the place of picture or sound while the device is not live. */
export function deviceCard(session: DeviceSession): unknown {
  const { phase, error, kind } = session;
  const { name, icon, id } = WORDS[kind.word];
  const button = (words: unknown) =>
    html`<button class="button" id=${id} part="button" @click=${() => void session.open()}>${words}</button>`;
  if (phase === 'live') return nothing;
  if (phase === 'asking')
    return html`<div class="card" role="status">
      <span class="big spin">${loaderIcon}</span>
      <span>Waiting for the ${kind.word}</span>
      <span class="hint">The browser may ask you to allow it.</span>
      <button class="button" part="button" @click=${() => session.close()}>Cancel</button>
    </div>`;
  if (phase === 'idle')
    return html`<div class="card"><span class="big">${icon}</span>${button(`Click to Access ${name}`)}</div>`;
  const cause = error?.cause as Error | undefined;
  return html`<div class="card">
    <span class="big wrong">${errorIcon}</span>
    <span role="alert">${error?.message}</span>
    ${cause ? html`<details><summary>Details</summary>${cause.name}: ${cause.message}</details>` : nothing}
    ${button(html`<span>Try again<span class="visually-hidden"> to access the ${name}</span></span>`)}
  </div>`;
}

/** Starts a recording. */
export function recordButton(record: () => void, words = 'Record'): TemplateResult {
  return html`<button class="button" id="control" part="button record" @click=${record}>
    <span class="red">${recordIcon}</span>${words}
  </button>`;
}
