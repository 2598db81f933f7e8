/** @file Templates of a live microphone: its level, its time, its controls. */

import { type TemplateResult, html, nothing } from 'lit';
import { chevronDownIcon, closeIcon, stopIcon } from '../../parts/icons.ts';
import { loaderIcon, pauseIcon, recordIcon } from '../../parts/media-icons.ts';
import type { Recorder } from './recorder.ts';

const STATES = { off: 'Listening', on: 'Recording', paused: 'Paused', ending: 'Finishing' };

/** What a live microphone hears, and for how long it has been recording. */
export function liveStage(recorder: Recorder, open: boolean): TemplateResult {
  const { recording, seconds, level } = recorder;
  const time = `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
  return html`<div class="hearing ${recording}">
    <div class="level" part="level" role="img" aria-label="Loudness of the microphone">${level?.canvas}</div>
    <div class="heard">
      <span>${recording === 'on' ? html`<span class="dot"></span>` : nothing}${STATES[recording]}</span>
      ${recording === 'on' && open ? html`<span class="visually-hidden">Streaming</span>` : nothing}
      <span class="time" part="time">${recording === 'off' ? nothing : time}</span>
    </div>
  </div>`;
}

/** The controls under a microphone that is on. */
export function liveControls(recorder: Recorder, waiting: boolean): TemplateResult {
  const { recording, streams } = recorder;
  if (recording === 'off') return html`${recordButton(recorder)}${picker(recorder)}`;
  const busy = waiting || recording === 'ending';
  return html`<button class="button" id="control" part="button record" @click=${() => recorder.stop()}>
      <span class=${busy ? 'spin' : 'red'}>${busy ? loaderIcon : stopIcon}</span>${waiting ? 'Waiting' : 'Stop'}
    </button>
    ${streams || recording === 'ending' ? nothing : pauseButton(recorder)}`;
}

/** Turns a live microphone off. */
export function closeButton(recorder: Recorder): unknown {
  if (recorder.phase !== 'live' || recorder.recording !== 'off') return nothing;
  return html`<button class="icon-button" part="button" aria-label="Close microphone" title="Close microphone" @click=${() => recorder.close()}>
    ${closeIcon}
  </button>`;
}

function recordButton(recorder: Recorder): TemplateResult {
  return html`<button class="button" id="control" part="button record" @click=${() => void recorder.record()}>
    <span class="red">${recordIcon}</span>Record
  </button>`;
}

function pauseButton(recorder: Recorder): TemplateResult {
  if (recorder.recording === 'paused')
    return html`<button class="button" id="pause" part="button" @click=${() => recorder.resume()}>
      <span class="red">${recordIcon}</span>Resume
    </button>`;
  return html`<button class="button" id="pause" part="button" @click=${() => recorder.pause()}>${pauseIcon}Pause</button>`;
}

function picker(recorder: Recorder): unknown {
  if (recorder.devices.length < 2) return nothing;
  return html`<span class="picker icon-button" part="picker" title="Choose a microphone">
    ${chevronDownIcon}
    <select id="picker" aria-label="Microphone" @change=${(event: Event) => void recorder.choose((event.target as HTMLSelectElement).value)}>
      ${recorder.devices.map(({ id, label }) => html`<option value=${id} ?selected=${id === recorder.device}>${label}</option>`)}
    </select>
  </span>`;
}
