/** @file The controls that a live camera and a live microphone share. */

import { type TemplateResult, html, nothing } from 'lit';
import { chevronDownIcon, closeIcon, stopIcon } from '../parts/icons.ts';
import { loaderIcon } from '../parts/media-icons.ts';
import type { DeviceSession } from './device-session.ts';
import { say } from '../../words/media.ts';

/** Ends a recording. `waiting`: its stream waits for its turn. */
export function stopButton(session: DeviceSession, waiting: boolean): TemplateResult {
  const busy = waiting || session.recording === 'ending';
  return html`<button class="button" id="control" part="button record" @click=${() => session.stop()}>
    <span class=${busy ? 'spin' : 'red'}>${busy ? loaderIcon : stopIcon}</span>${say(waiting ? 'waiting' : 'stop')}
  </button>`;
}

/** Draws the choice of devices, where there is one. */
export function picker(session: DeviceSession): unknown {
  const { devices, device, kind } = session;
  if (devices.length < 2) return nothing;
  return html`<span class="picker icon-button" part="picker" title=${say(kind.word === 'camera' ? 'chooseCamera' : 'chooseMicrophone')}>
    ${chevronDownIcon}
    <select id="picker" aria-label=${say(kind.word)} @change=${(event: Event) => void session.choose((event.target as HTMLSelectElement).value)}>
      ${devices.map(({ id, label }) => html`<option value=${id} ?selected=${id === device}>${label}</option>`)}
    </select>
  </span>`;
}

/** Turns a live device off. */
export function closeButton(session: DeviceSession): unknown {
  if (session.phase !== 'live' || session.recording !== 'off') return nothing;
  const name = say(session.kind.word === 'camera' ? 'closeCamera' : 'closeMic');
  return html`<button class="icon-button" part="button" aria-label=${name} title=${name} @click=${() => session.close()}>
    ${closeIcon}
  </button>`;
}
