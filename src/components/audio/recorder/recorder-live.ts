/** @file Templates of a live microphone: its level, its time, its controls. */

import { type TemplateResult, html, nothing } from 'lit';
import { recordButton } from '../../device-session/device-card.ts';
import { picker, stopButton } from '../../device-session/device-controls.ts';
import type { DeviceSession } from '../../device-session/device-session.ts';
import { pauseIcon, recordIcon } from '../../parts/media-icons.ts';
import { say } from '../../../words/media.ts';

const STATES = { off: 'listening', on: 'recording', paused: 'paused', ending: 'finishing' } as const;

/** What is seen of a microphone, and pressed. */
interface LiveMicrophone extends DeviceSession {
  readonly seconds: number;
  readonly level: { readonly canvas: HTMLCanvasElement } | null;
  readonly streams: boolean;
  pause(): void;
  resume(): void;
}

/** Draws what a live microphone hears, and for how long it has been recording. */
export function liveStage(recorder: LiveMicrophone, open: boolean): TemplateResult {
  const { recording, seconds, level } = recorder;
  const time = `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
  return html`<div class="hearing ${recording}">
    <div class="level" part="level" role="img" aria-label=${say('loudness')}>${level?.canvas}</div>
    <div class="heard">
      <span>${recording === 'on' ? html`<span class="dot"></span>` : nothing}${say(STATES[recording])}</span>
      ${recording === 'on' && open ? html`<span class="visually-hidden">${say('streaming')}</span>` : nothing}
      <span class="time" part="time">${recording === 'off' ? nothing : time}</span>
    </div>
  </div>`;
}

/** Draws the controls under a microphone that is on. */
export function liveControls(recorder: LiveMicrophone, waiting: boolean): TemplateResult {
  const { recording, streams } = recorder;
  if (recording === 'off') return html`${recordButton(() => void recorder.record())}${picker(recorder)}`;
  const pauses = !streams && recording !== 'ending';
  return html`${stopButton(recorder, waiting)} ${pauses ? pauseButton(recorder) : nothing}`;
}

function pauseButton(recorder: LiveMicrophone): TemplateResult {
  if (recorder.recording === 'paused')
    return html`<button class="button" id="pause" part="button" @click=${() => recorder.resume()}>
      <span class="red">${recordIcon}</span>${say('resume')}
    </button>`;
  return html`<button class="button" id="pause" part="button" @click=${() => recorder.pause()}>${pauseIcon}${say('pause')}</button>`;
}
