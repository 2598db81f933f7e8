/** @file Templates of a Video: the place for a file, the empty output, sources, the badge of a recording. */

import { type TemplateResult, html, nothing } from 'lit';
import { clock } from '../player/player-views.ts';
import { cameraIcon, recordIcon, uploadIcon, videoIcon } from '../parts/media-icons.ts';
import type { VideoSource } from './video-sources.ts';

const SOURCES: Record<VideoSource, { icon: TemplateResult; name: string }> = {
  upload: { icon: uploadIcon, name: 'Upload' },
  webcam: { icon: cameraIcon, name: 'Webcam' },
};

/** The place for a file: click, drop, and paste work on it. */
export function uploadCard(placeholder: string, onPick: (event: Event) => void): TemplateResult {
  return html`<label class="card drop" part="drop">
    <span class="big">${uploadIcon}</span>
    <span>${placeholder || html`Drop a video here<br />or <span class="link">click to upload</span>`}</span>
    <input class="visually-hidden" id="control" type="file" accept="video/*,.mkv,.ts,.m2ts,.avi" @change=${onPick} />
  </label>`;
}

/** What an output shows before there is a video. */
export function emptyOutput(placeholder: string): TemplateResult {
  return html`<div class="card muted">
    <span class="big" role="img" aria-label="Empty value">${videoIcon}</span>
    ${placeholder ? html`<span>${placeholder}</span>` : nothing}
  </div>`;
}

/** The row that switches between sources. */
export function sourceButtons(
  sources: readonly VideoSource[],
  active: VideoSource,
  pick: (source: VideoSource) => void,
): TemplateResult {
  return html`<div class="sources" role="group" aria-label="Source">
    ${sources.map((source) => {
      const { icon, name } = SOURCES[source];
      return html`<button class="icon-button" part="button" aria-label=${name} title=${name} aria-pressed=${source === active} @click=${() => pick(source)}>
        ${icon}
      </button>`;
    })}
  </div>`;
}

/** The red dot of a recording, and for how long it has been going on. */
export function recordingBadge(seconds: number): TemplateResult {
  return html`<span class="live" part="live"><span class="dot"></span><span class="visually-hidden">Recording</span>${clock(seconds)}</span>`;
}

/** Leads back to the camera when there is a recording. */
export function againButton(again: () => void): TemplateResult {
  return html`<button class="button" id="control" part="button" @click=${again}>
    <span class="red">${recordIcon}</span>Record again
  </button>`;
}
