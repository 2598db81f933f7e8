/** @file Templates of a media component: the place for a file, what is empty, sources, tools. */

import { type TemplateResult, html, nothing } from 'lit';
import { closeIcon } from '../parts/icons.ts';
import {
  cameraIcon,
  clipboardIcon,
  downloadIcon,
  maximizeIcon,
  micIcon,
  minimizeIcon,
  pencilIcon,
  shareIcon,
  uploadIcon,
} from '../parts/media-icons.ts';
import type { MediaSource } from './media-host.ts';
import { say } from '../../words/media.ts';

const SOURCES: Record<MediaSource, { icon: TemplateResult; name: SourceName }> = {
  upload: { icon: uploadIcon, name: 'upload' },
  webcam: { icon: cameraIcon, name: 'webcam' },
  microphone: { icon: micIcon, name: 'microphone' },
  clipboard: { icon: clipboardIcon, name: 'clipboard' },
  sketch: { icon: pencilIcon, name: 'draw' },
};

type SourceName = 'upload' | 'webcam' | 'microphone' | 'clipboard' | 'draw';

/** What is asked for in the place for a file. */
export type DropWord = 'dropImage' | 'dropSound' | 'dropVideo' | 'dropFile' | 'dropFiles' | 'dropFolder';

/** What the place for a file says. */
export interface Invitation {
  word: DropWord;
  /** Kinds of files, as the browser's dialog takes them. */
  accept: string;
  placeholder: string;
  hint: string;
  /** Several files may be picked, or a folder. */
  count?: 'single' | 'multiple' | 'directory';
}

/** Draws the place for a file: click, drop, and paste work on it. */
export function uploadCard(
  { word, accept, placeholder, hint, count = 'single' }: Invitation,
  onPick: (event: Event) => void,
): TemplateResult {
  return html`<label class="card drop" part="drop">
    <span class="big">${uploadIcon}</span>
    <span>${placeholder || html`${say(word)}<br />${say('or')} <span class="link">${say('clickToUpload')}</span>`}</span>
    ${hint ? html`<span class="hint">${hint}</span>` : nothing}
    ${filePicker(accept, count, onPick)}
  </label>`;
}

/** Draws the native control that picks files, for its label to stand in its place. */
export function filePicker(
  accept: string,
  count: Invitation['count'],
  onPick: (event: Event) => void,
): TemplateResult {
  return html`<input
    class="visually-hidden"
    id="control"
    type="file"
    accept=${accept}
    ?multiple=${count !== 'single'}
    ?webkitdirectory=${count === 'directory'}
    @change=${onPick}
  />`;
}

/** Draws the place for a picture from the clipboard. */
export function clipboardCard(onPaste: () => void): TemplateResult {
  return html`<div class="card">
    <span class="big">${clipboardIcon}</span>
    <span>${say('copyThenPaste')}</span>
    <button class="button" id="control" part="button" @click=${onPaste}>${say('paste')}</button>
  </div>`;
}

/** Draws what an output shows before there is something. */
export function emptyOutput(icon: TemplateResult, placeholder: string): TemplateResult {
  return html`<div class="card muted">
    <span class="big" role="img" aria-label=${say('emptyValue')}>${icon}</span>
    ${placeholder ? html`<span>${placeholder}</span>` : nothing}
  </div>`;
}

function iconButton(
  name: string,
  icon: TemplateResult,
  click: () => void,
  pressed: boolean | typeof nothing = nothing,
): TemplateResult {
  return html`<button
    class="icon-button"
    part="button"
    aria-label=${name}
    title=${name}
    aria-pressed=${pressed}
    @click=${click}
  >${icon}</button>`;
}

/** Draws the row that switches between sources. */
export function sourceButtons<Source extends MediaSource>(
  sources: readonly Source[],
  active: Source,
  pick: (source: Source) => void,
): TemplateResult {
  return html`<div class="sources" role="group" aria-label=${say('source')}>
    ${sources.map((source) => {
      const { icon, name } = SOURCES[source];
      return iconButton(say(name), icon, () => pick(source), source === active);
    })}
  </div>`;
}

/** What the small buttons do; those without an action are not there. */
export type Actions = { [Name in 'clear' | 'download' | 'share' | 'expand']?: () => void };

/** What is shown of the small buttons. */
export interface Tools extends Actions {
  filled: boolean;
  editable: boolean;
  /** Names of buttons, and elements of the page's own. */
  buttons: readonly (string | Node)[];
  expanded: boolean;
}

/** Draws the small buttons of what is shown. Their place is kept while there is nothing. */
export function tools({ filled, editable, buttons, expanded, ...act }: Tools): TemplateResult {
  const button = (name: string, icon: TemplateResult, click?: () => void, seen = filled) =>
    seen && click ? iconButton(name, icon, click) : nothing;
  const has = (name: string) => buttons.includes(name);
  const [resize, resizeIcon] = expanded
    ? [say('exitFullscreen'), minimizeIcon]
    : [say('fullscreen'), maximizeIcon];
  return html`<div class="tools">
    ${has('share') && typeof navigator.canShare === 'function' ? button(say('share'), shareIcon, act.share) : nothing}
    ${has('download') ? button(say('download'), downloadIcon, act.download) : nothing}
    ${buttons.filter((each) => typeof each !== 'string')}
    ${has('fullscreen') ? button(resize as string, resizeIcon as TemplateResult, act.expand, filled || expanded) : nothing}
    ${editable ? button(say('clear'), closeIcon, act.clear) : nothing}
  </div>`;
}
