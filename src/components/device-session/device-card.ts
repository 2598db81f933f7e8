/** @file What stands in the place of picture or sound while a device is not live. */

import { type TemplateResult, html, nothing } from 'lit';
import { errorIcon } from '../parts/icons.ts';
import { cameraIcon, loaderIcon, micIcon, recordIcon } from '../parts/media-icons.ts';
import type { DeviceSession } from './device-session.ts';
import { say } from '../../words/media.ts';

const WORDS = {
  camera: { wait: 'waitCamera', access: 'accessWebcam', to: 'toWebcam', icon: cameraIcon, id: 'control' },
  microphone: {
    wait: 'waitMicrophone',
    access: 'accessMicrophone',
    to: 'toMicrophone',
    icon: micIcon,
    id: nothing, // Record is the main button
  },
} as const;

/** Draws what stands in the place of picture or sound while the device is not live. */
export function deviceCard(session: DeviceSession): unknown {
  const { phase, error, kind } = session;
  const { wait, access, to, icon, id } = WORDS[kind.word];
  const button = (words: unknown) =>
    html`<button class="button" id=${id} part="button" @click=${() => void session.open()}>${words}</button>`;
  if (phase === 'live') return nothing;
  if (phase === 'asking')
    return html`<div class="card" role="status">
      <span class="big spin">${loaderIcon}</span>
      <span>${say(wait)}</span>
      <span class="hint">${say('mayAsk')}</span>
      <button class="button" part="button" @click=${() => session.close()}>${say('cancel')}</button>
    </div>`;
  if (phase === 'idle')
    return html`<div class="card"><span class="big">${icon}</span>${button(say(access))}</div>`;
  const cause = error?.cause as Error | undefined;
  return html`<div class="card">
    <span class="big wrong">${errorIcon}</span>
    <span role="alert">${error?.message}</span>
    ${cause ? html`<details><summary>${say('details')}</summary>${cause.name}: ${cause.message}</details>` : nothing}
    ${button(html`<span>${say('tryAgain')}<span class="visually-hidden"> ${say(to)}</span></span>`)}
  </div>`;
}

/** Starts a recording. */
export function recordButton(record: () => void, words = say('record')): TemplateResult {
  return html`<button class="button" id="control" part="button record" @click=${record}>
    <span class="red">${recordIcon}</span>${words}
  </button>`;
}
