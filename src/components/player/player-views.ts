/** @file Templates of a player: seek bar, trim sliders, controls. */

import { type TemplateResult, html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Span } from '../../media/video-worker/tasks.ts';
import { checkIcon, closeIcon } from '../parts/icons.ts';
import {
  downloadIcon,
  forwardIcon,
  pauseIcon,
  playIcon,
  rewindIcon,
  trimIcon,
  undoIcon,
  volumeIcon,
  volumeOffIcon,
} from '../parts/media-icons.ts';
import { say } from '../../words/media.ts';

/** What the controls of a player do: of a sound, or of a video. */
export interface Played {
  volume: number;
  muted: boolean;
  speed: number;
  play(): void;
  pause(): void;
  /** Goes to a moment, in seconds. */
  seek(time: number): void;
  /** Goes a step: 1 forward, -1 back. */
  skip(direction: 1 | -1): void;
}

/** What a player does with the whole. */
export interface Edited {
  startTrimming(): void;
  endTrimming(): void;
  trim(): unknown;
  undo(): void;
  /** Absent where it is done elsewhere. */
  download?(): unknown;
}

const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2];

const numberOf = (event: Event): number =>
  Number((event.target as HTMLInputElement | HTMLSelectElement).value);

/** `1:05`, and for sounds of an hour or more `1:01:05`. */
export function clock(seconds: number): string {
  const whole = Math.floor(Math.max(0, seconds) + 1e-6);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** The same for screen readers, and where tenths count. */
const tenths = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(1).padStart(4, '0')}`;

/** How far something is, behind its name: ` 40 %`; nothing while it has not begun. Not read out each time. */
export const percent = (part: number): TemplateResult | typeof nothing =>
  part > 0 ? html`<span aria-hidden="true"> ${Math.floor(part * 100)} %</span>` : nothing;

/** Draws the place in the sound: a native slider over its picture. */
export function seekBar(
  player: Played,
  { time, duration }: { time: number; duration: number },
): TemplateResult {
  const step = duration < 1 ? Math.max(0.001, duration / 10) : 0.1;
  return html`<input class="seek" part="seek" type="range" aria-label=${say('position')} min="0" max=${duration || 1} step=${step}
    ?disabled=${duration === 0} .value=${live(String(time))} aria-valuetext=${say('timeOf', { time: tenths(time), duration: tenths(duration) })}
    @input=${(event: Event) => player.seek(numberOf(event))} />`;
}

/** Native sliders for the two ends of what Trim keeps, for the keyboard; the picture has handles to drag. */
export function trimBars(
  span: Span,
  duration: number,
  changed: (part: Partial<Span>) => void,
): TemplateResult {
  const slider = (name: string, end: 'start' | 'end') => html`<label class="end"
    ><span class="name">${name}</span
    ><input
      type="range"
      class="level"
      min="0"
      max=${duration}
      step="0.05"
      .value=${live(String(span[end]))}
      aria-valuetext=${tenths(span[end])}
      @input=${(event: Event) => changed({ [end]: numberOf(event) })}
    /><span>${tenths(span[end])}</span></label
  >`;
  return html`<div class="ends">${slider(say('start'), 'start')} ${slider(say('end'), 'end')}</div>`;
}

/** Returns what Trim keeps when one of its ends is moved: at least `least` seconds, for which the other end gives way. */
export function moved(span: Span, part: Partial<Span>, least: number): Span {
  const { start, end } = { ...span, ...part };
  if (!('end' in part)) return { start, end: Math.max(end, start + least) };
  const last = Math.max(end, least);
  return { start: Math.min(start, last - least), end: last };
}

function iconButton(
  name: string,
  icon: TemplateResult,
  click: () => void,
  { off = false, id }: { off?: boolean; id?: string } = {},
): TemplateResult {
  return html`<button class="icon-button" id=${ifDefined(id)} part="button" aria-label=${name} title=${name} ?disabled=${off} @click=${click}>${icon}</button>`;
}

/** Play, and the steps back and forth. */
export function transport(
  player: Played,
  { playing, off }: { playing: boolean; off: boolean },
): TemplateResult {
  return html`<div class="transport">
    ${iconButton(say('skipBack'), rewindIcon, () => player.skip(-1), { off })}
    <button class="icon-button play" id="control" part="button play" aria-label=${say(playing ? 'pause' : 'play')}
      title=${say(playing ? 'pause' : 'play')} ?disabled=${off} @click=${() => (playing ? player.pause() : player.play())}>
      ${playing ? pauseIcon : playIcon}
    </button>
    ${iconButton(say('skipForward'), forwardIcon, () => player.skip(1), { off })}
  </div>`;
}

/** Volume and speed. */
export function levels(player: Played, { fixed }: { fixed: boolean }): TemplateResult {
  const { volume, muted, speed } = player;
  return html`<div class="levels">
    ${iconButton(say(muted ? 'unmute' : 'mute'), muted || volume === 0 ? volumeOffIcon : volumeIcon, () => (player.muted = !muted))}
    <input class="level" type="range" aria-label=${say('volume')} min="0" max="1" step="0.05" .value=${live(String(muted ? 0 : volume))}
      aria-valuetext=${`${Math.round((muted ? 0 : volume) * 100)} %`}
      @input=${(event: Event) => Object.assign(player, { volume: numberOf(event), muted: false })} />
    <select class="speed" part="speed" aria-label=${say('speed')} title=${say(fixed ? 'speedLater' : 'speed')}
      ?disabled=${fixed} @change=${(event: Event) => (player.speed = numberOf(event))}>
      ${SPEEDS.map((each) => html`<option value=${each} ?selected=${each === speed}>${each}×</option>`)}
    </select>
  </div>`;
}

/** Draws what can be done with the sound as a whole. */
export function tools(
  player: Edited,
  {
    trimming,
    canTrim,
    canUndo,
    canSave,
  }: { trimming: boolean; canTrim: boolean; canUndo: boolean; canSave: boolean },
): TemplateResult {
  if (trimming)
    return html`<div class="tools">
      <button class="button" id="trim" part="button" @click=${() => player.trim()}>${checkIcon}${say('trim')}</button>
      ${iconButton(say('cancelTrim'), closeIcon, () => player.endTrimming())}
    </div>`;
  return html`<div class="tools">
    ${canUndo ? iconButton(say('undo'), undoIcon, () => player.undo(), { id: 'undo' }) : nothing}
    ${canTrim ? iconButton(say('trim'), trimIcon, () => player.startTrimming(), { id: 'trim' }) : nothing}
    ${canSave ? iconButton(say('download'), downloadIcon, () => void player.download?.()) : nothing}
  </div>`;
}
