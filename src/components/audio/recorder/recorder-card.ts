/** @file Templates of the microphone while it is not live. */

import { type TemplateResult, html, nothing } from 'lit';
import { errorIcon } from '../../parts/icons.ts';
import { loaderIcon, micIcon, recordIcon } from '../../parts/media-icons.ts';
import type { Recorder } from './recorder.ts';

/** What stands in the place of the sound while the microphone is not live. */
export function recorderCard(recorder: Recorder): TemplateResult {
  if (recorder.phase === 'asking')
    return html`<div class="card" role="status">
      <span class="big spin">${loaderIcon}</span>
      <span>Waiting for the microphone</span>
      <span class="hint">The browser may ask you to allow it.</span>
      <button class="button" part="button" @click=${() => recorder.close()}>Cancel</button>
    </div>`;
  if (recorder.phase === 'error') return errorCard(recorder);
  return html`<div class="card">
    <span class="big">${micIcon}</span>
    <button class="button" part="button" @click=${() => void recorder.open()}>Click to Access Microphone</button>
  </div>`;
}

function errorCard(recorder: Recorder): TemplateResult {
  const { error } = recorder;
  const cause = error?.cause as Error | undefined;
  return html`<div class="card">
    <span class="big wrong">${errorIcon}</span>
    <span role="alert">${error?.message}</span>
    ${cause ? html`<details><summary>Details</summary>${cause.name}: ${cause.message}</details>` : nothing}
    <button class="button" part="button" @click=${() => void recorder.open()}>
      <span>Try again<span class="visually-hidden"> to access the Microphone</span></span>
    </button>
  </div>`;
}

/** The controls of a microphone; what it does is in the card while there is nothing to press. */
export function recorderControls(recorder: Recorder, waiting: boolean): unknown {
  if (recorder.phase === 'live') return recorder.parts?.liveControls(recorder, waiting);
  if (recorder.phase === 'asking') return html`<span class="hint">Asking for the microphone</span>`;
  return html`<button class="button" id="control" part="button record" @click=${() => void recorder.record()}>
    <span class="red">${recordIcon}</span>Record
  </button>`;
}
