/** @file Templates of an Audio: the place for a file, the empty output, sources, tools. */

import { type TemplateResult, html, nothing } from 'lit';
import { closeIcon } from '../parts/icons.ts';
import { micIcon, shareIcon, uploadIcon, waveIcon } from '../parts/media-icons.ts';
import type { SoundSource } from './audio-sources.ts';

const SOURCES: Record<SoundSource, { icon: TemplateResult; name: string }> = {
  upload: { icon: uploadIcon, name: 'Upload' },
  microphone: { icon: micIcon, name: 'Microphone' },
};

/** The place for a file: click and drop work on it. */
export function uploadCard(onPick: (event: Event) => void): TemplateResult {
  return html`<label class="card drop" part="drop">
    <span class="big">${uploadIcon}</span>
    <span>Drop a sound here<br />or <span class="link">click to upload</span></span>
    <input class="visually-hidden" id="control" type="file" accept="audio/*,video/*" @change=${onPick} />
  </label>`;
}

/** What an output shows before there is a sound. */
export function emptyOutput(): TemplateResult {
  return html`<div class="card muted"><span class="big" role="img" aria-label="Empty value">${waveIcon}</span></div>`;
}

/** The row that switches between sources. */
export function sourceButtons(
  sources: readonly SoundSource[],
  active: SoundSource,
  pick: (source: SoundSource) => void,
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

/** What can be done with the sound that is shown; `null` where it cannot be. */
export interface SoundTools {
  /** Elements of the page's own. */
  own: readonly unknown[];
  share: (() => void) | null;
  clear: (() => void) | null;
}

/** The small buttons of a sound. */
export function tools({ own, share, clear }: SoundTools): TemplateResult {
  const button = (name: string, icon: TemplateResult, click: () => void) =>
    html`<button class="icon-button" part="button" aria-label=${name} title=${name} @click=${click}>${icon}</button>`;
  return html`<div class="tools">
    ${share && typeof navigator.canShare === 'function' ? button('Share', shareIcon, share) : nothing} ${own}
    ${clear ? button('Clear', closeIcon, clear) : nothing}
  </div>`;
}
