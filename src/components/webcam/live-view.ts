/** @file Templates of a live camera: its controls and its badge. */

import { type TemplateResult, html, nothing } from 'lit';
import type { StreamStats } from '../../shared/port.ts';
import { recordButton } from '../device-session/device-card.ts';
import { picker, stopButton } from '../device-session/device-controls.ts';
import type { DeviceSession } from '../device-session/device-session.ts';
import { cameraIcon, switchCameraIcon } from '../parts/media-icons.ts';
import type { Facing } from './webcam-host.ts';
import { say } from '../../words/media.ts';

/** What the controls depend on besides the camera. */
export interface WebcamControls {
  /** True when the camera records; false when it takes photos. */
  streams: boolean;
  /** The stream waits for its turn. */
  waiting: boolean;
  /** There is a picture already. */
  filled: boolean;
  capture: () => void;
}

/** What is seen of a camera, and pressed. */
interface LiveCamera extends DeviceSession {
  readonly facing: Facing | null;
  flip(): Promise<void>;
}

/** Draws the controls under a camera that is on. */
export function liveControls(
  webcam: LiveCamera,
  { streams, waiting, capture }: WebcamControls,
): TemplateResult {
  if (webcam.recording !== 'off')
    return html`${stopButton(webcam, waiting)}
    ${webcam.recording === 'ending' ? html`<span class="hint" role="status">${say('finishing')}</span>` : nothing}`;
  const main = streams
    ? recordButton(() => void webcam.record())
    : html`<button class="button" id="control" part="button record" @click=${capture}>${cameraIcon}${say('capture')}</button>`;
  return html`${main}${picker(webcam)}${flipButton(webcam)}`;
}

function flipButton(webcam: LiveCamera): unknown {
  if (webcam.devices.length < 2 || webcam.facing === null) return nothing;
  const name = say(webcam.facing === 'environment' ? 'frontCamera' : 'backCamera');
  return html`<button class="icon-button" part="button" aria-label=${name} title=${name} @click=${() => void webcam.flip()}>
    ${switchCameraIcon}
  </button>`;
}

/** Draws the red dot of a running stream; how fast it is shows on hover. */
export function liveBadge({ fps, dropped }: StreamStats): TemplateResult {
  return html`<span class="live" part="live" title=${say('frames', { fps: fps.toFixed(1), dropped })}>
    <span class="dot"></span><span class="visually-hidden">${say('streaming')}</span>
    <span class="fps">${say('fps', { fps: fps.toFixed(0) })}</span>
  </span>`;
}
