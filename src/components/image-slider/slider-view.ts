/** @file The view of an ImageSlider: two pictures, and the native slider between them. */

import { type TemplateResult, adoptStyles, html } from 'lit';
import type { ImageType, Input } from '../../shared/protocol.ts';
import { checkImage } from '../image/image-files.ts';
import { asPicture } from '../image/picture-element.ts';
import type { Shown } from '../image/shown.ts';
import { toInput } from '../image/to-input.ts';
import { Expand } from '../media-frame/expand.ts';
import { nameInURL, save } from '../media-frame/export.ts';
import { checkSize } from '../media-frame/file-limit.ts';
import { frame, head } from '../media-frame/frame-view.ts';
import { Intake } from '../media-frame/intake.ts';
import { emptyOutput, tools, uploadCard } from '../media-frame/source-views.ts';
import { viewStyles } from '../media-frame/view.styles.ts';
import { imageIcon } from '../parts/media-icons.ts';
import type { ImageSliderHost } from './slider-host.ts';
import type { Pair } from './slider-value.ts';
import { sliderStyles } from './slider.styles.ts';
import { say } from '../../words/picture.ts';
import { say as sayMedia } from '../../words/media.ts';

export { encode } from '../media-frame/encode.ts';

const NAMES = ['before', 'after'] as const;

/** Returns what a handler is given: copies of both pictures. @throws {ValueError} for a URL that cannot be read */
export async function pairInput(value: Pair | null, type: ImageType, name: string): Promise<Input> {
  if (!value) return { kind: 'value', value: null };
  return { kind: 'list', items: await Promise.all(value.map((each) => toInput(each, type, name))) };
}

/** All that a reader sees and presses of an ImageSlider. */
export class ImageSliderView {
  readonly #host: ImageSliderHost;
  readonly #expand: Expand;
  readonly #intakes: readonly [Intake, Intake];
  #dropping = false;
  /** The names for screen readers, one for each picture. */
  readonly #element = (side: Shown, at: number) => {
    const { element } = side;
    return element && asPicture(element, `${this.#host.name}: ${NAMES[at]!.toLowerCase()}`);
  };

  constructor(host: ImageSliderHost, root: ShadowRoot) {
    adoptStyles(root, [...root.adoptedStyleSheets, ...viewStyles, sliderStyles]);
    this.#host = host;
    this.#expand = new Expand(host, () => root.querySelector<HTMLElement>('.surface'));
    this.#intakes = [this.#intake(0), this.#intake(1)];
  }

  /** Resolves when no file of the user is being read. */
  get reading(): Promise<void> {
    return Promise.all(this.#intakes.map(({ reading }) => reading)).then(() => undefined);
  }

  /** Gives up what is still being read. */
  forget(): void {
    for (const intake of this.#intakes) intake.forget();
  }

  frame(): TemplateResult {
    const host = this.#host;
    const { takes, sized, buttons, value, sides, maxHeight } = host;
    const [before, after] = sides;
    const both = before.filled && after.filled;
    const inside = html`
      ${head(
        host,
        imageIcon,
        tools({
          filled: value !== null,
          editable: takes,
          buttons,
          expanded: this.#expand.active,
          clear: () => {
            this.forget();
            host.take(null, 'clear');
          },
          download: () => void this.#download(),
          expand: () => this.#expand.toggle(),
        }),
      )}
      <div class="stage ${sized ? 'sized' : ''}" part="stage" .style=${`--_most: ${maxHeight}px`}>
        ${both ? this.#slider() : takes ? this.#places() : this.#single()}
      </div>`;
    // What is dropped beside a place goes to the first that is empty.
    return frame(host, inside, this.#intakes[before.filled && !after.filled ? 1 : 0], this.#dropping);
  }

  #slider(): TemplateResult {
    const host = this.#host;
    const at = Math.min(100, Math.max(0, host.sliderPosition));
    const [before, after] = host.sides;
    return html`<div class="pair" .style=${`--_at: ${at}%`}>
      <div class="side">${this.#element(after, 1)}</div>
      <div class="side first">${this.#element(before, 0)}</div>
      <span class="word" aria-hidden="true">${say(NAMES[0])}</span>
      <span class="word last" aria-hidden="true">${say(NAMES[1])}</span>
      <div class="line" aria-hidden="true"></div>
      <input
        class="range"
        part="slider"
        id="control"
        type="range"
        min="0"
        max="100"
        step="any"
        aria-label=${say('shareBefore', { name: host.name })}
        aria-valuetext=${say('percentBefore', { share: Math.round(at) })}
        .value=${String(at)}
        @input=${this.#slide}
        @keydown=${this.#keys}
      />
    </div>`;
  }

  #slide = (event: Event): void => {
    this.#host.sliderPosition = Number((event.target as HTMLInputElement).value);
  };

  /** With steps of any size a browser's own keys move by too little, or too much. */
  #keys = (event: KeyboardEvent): void => {
    const host = this.#host;
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[
      event.key
    ];
    const to = { Home: 0, End: 100 }[event.key];
    if (by === undefined && to === undefined) return;
    event.preventDefault();
    host.sliderPosition = Math.min(
      100,
      Math.max(0, to ?? host.sliderPosition + by! * (event.shiftKey ? 10 : 1)),
    );
  };

  /** Where one of the two is missing, or both, an output shows what there is. */
  #single(): unknown {
    const { sides, placeholder = '' } = this.#host;
    const at = sides.findIndex((side) => side.filled);
    return at < 0 ? emptyOutput(imageIcon, placeholder) : this.#element(sides[at]!, at);
  }

  #places(): TemplateResult {
    return html`<div class="places">
      ${this.#host.sides.map((side, at) => {
        const intake = this.#intakes[at]!;
        const name = say(NAMES[at]!);
        const drop = (event: DragEvent) => {
          intake.onDrop(event);
          event.stopPropagation();
        };
        return html`<div class="side" role="group" aria-label=${name} @drop=${drop}>
          ${
            side.filled
              ? this.#element(side, at)
              : uploadCard(
                  { word: 'dropImage', accept: 'image/*', placeholder: '', hint: name },
                  intake.onPick,
                )
          }
        </div>`;
      })}
    </div>`;
  }

  #intake(at: 0 | 1): Intake {
    const host = this.#host;
    return new Intake({
      fits: /^image\//,
      check: async (file) => {
        checkSize(file, host);
        return checkImage(file);
      },
      take: (file) => {
        const [before = null, after = null] = host.value ?? [];
        host.take(at === 0 ? [file, after] : [before, file], 'upload');
      },
      complain: (error) => host.complain(error),
      dragged: (over) => {
        this.#dropping = over;
        host.requestUpdate();
      },
      wanted: () => host.takes,
    });
  }

  async #download(): Promise<void> {
    const host = this.#host;
    try {
      const file = await host.toBlob();
      const after = host.value?.[1] ?? host.value?.[0];
      const name = after instanceof File ? after.name : nameInURL(after);
      if (file) save(file, name || `image.${file.type.replace(/^image\/|\+.*$/g, '') || 'png'}`);
    } catch (error) {
      host.message = sayMedia('imageNotGiven', { why: (error as Error).message });
    }
  }
}
