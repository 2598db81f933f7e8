/** @file Templates of an Image: the place for a file, tools, sources. */

import { type TemplateResult, html, nothing } from 'lit';
import { closeIcon } from '../parts/icons.ts';
import {
  cameraIcon,
  clipboardIcon,
  downloadIcon,
  imageIcon,
  maximizeIcon,
  minimizeIcon,
  pencilIcon,
  shareIcon,
  uploadIcon,
} from '../parts/media-icons.ts';
import type { Intake } from './intake.ts';
import type { Source } from '../image/image-sources.ts';

const BUTTONS: Record<Source, { icon: TemplateResult; name: string }> = {
  upload: { icon: uploadIcon, name: 'Upload' },
  webcam: { icon: cameraIcon, name: 'Webcam' },
  clipboard: { icon: clipboardIcon, name: 'Clipboard' },
  sketch: { icon: pencilIcon, name: 'Draw' },
};

/** The place for a file: click, drop, and paste work on it. */
function uploadCard(placeholder: string, hint: string, onPick: (event: Event) => void): TemplateResult {
  return html`<label class="card drop" part="drop">
    <span class="big">${uploadIcon}</span>
    <span>${placeholder || html`Drop an image here<br />or <span class="link">click to upload</span>`}</span>
    ${hint ? html`<span class="hint">${hint}</span>` : nothing}
    <input class="visually-hidden" id="control" type="file" accept="image/*" @change=${onPick} />
  </label>`;
}

/** The place for a picture from the clipboard. */
function clipboardCard(onPaste: () => void): TemplateResult {
  return html`<div class="card">
    <span class="big">${clipboardIcon}</span>
    <span>Copy an image, then press Ctrl+V here</span>
    <button class="button" id="control" part="button" @click=${onPaste}>Paste from clipboard</button>
  </div>`;
}

/** What an output shows before there is a picture. */
export function emptyOutput(placeholder: string): TemplateResult {
  return html`<div class="card muted">
    <span class="big" role="img" aria-label="Empty value">${imageIcon}</span>
    ${placeholder ? html`<span>${placeholder}</span>` : nothing}
  </div>`;
}

/** What is known about a place without a picture. `source` is `null` where the user gives none. */
export interface Empty {
  source: Source | null;
  placeholder: string;
  hint: string;
  intake: Intake;
}

/** What stands where there is no picture: what to do, or that there is none. */
export function emptyPlace({ source, placeholder, hint, intake }: Empty): TemplateResult {
  if (source === null) return emptyOutput(placeholder);
  return source === 'clipboard'
    ? clipboardCard(intake.fromClipboard)
    : uploadCard(placeholder, hint, intake.onPick);
}

/** The row that switches between sources. */
export function sourceButtons(
  sources: readonly Source[],
  active: Source,
  pick: (source: Source) => void,
): TemplateResult {
  return html`<div class="sources" role="group" aria-label="Source">
    ${sources.map((source) => {
      const { icon, name } = BUTTONS[source];
      return html`<button
        class="icon-button"
        part="button"
        aria-label=${name}
        title=${name}
        aria-pressed=${source === active}
        @click=${() => pick(source)}
      >
        ${icon}
      </button>`;
    })}
  </div>`;
}

/** What can be done with the picture that is shown. */
export interface Tools {
  filled: boolean;
  editable: boolean;
  /** Names of buttons, and elements of the page's own. */
  buttons: readonly (string | Node)[];
  expanded: boolean;
  clear: () => void;
  download: () => void;
  share: () => void;
  expand: () => void;
}

/** The small buttons of a picture. Their place is kept while there is none. */
export function tools({ filled, editable, buttons, expanded, ...act }: Tools): TemplateResult {
  const button = (name: string, icon: TemplateResult, click: () => void) =>
    html`<button class="icon-button" part="button" aria-label=${name} title=${name} @click=${click}>${icon}</button>`;
  const own = buttons.filter((each) => typeof each !== 'string');
  const canShare = buttons.includes('share') && typeof navigator.canShare === 'function';
  return html`<div class="tools">
    ${filled && canShare ? button('Share', shareIcon, act.share) : nothing}
    ${filled && buttons.includes('download') ? button('Download', downloadIcon, act.download) : nothing}
    ${own}
    ${
      buttons.includes('fullscreen') && (filled || expanded)
        ? button(
            expanded ? 'Exit fullscreen' : 'Fullscreen',
            expanded ? minimizeIcon : maximizeIcon,
            act.expand,
          )
        : nothing
    }
    ${filled && editable ? button('Clear', closeIcon, act.clear) : nothing}
  </div>`;
}
