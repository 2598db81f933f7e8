/** @file The view of an AnnotatedImage: picture, overlay and legend. */

import { type TemplateResult, adoptStyles, html, nothing } from 'lit';
import { isColour } from '../parts/is-colour.ts';
import { imageIcon } from '../parts/media-icons.ts';
import { Expand } from '../media-frame/expand.ts';
import { save } from '../media-frame/export.ts';
import { frame, head } from '../media-frame/frame-view.ts';
import { viewStyles } from '../media-frame/view.styles.ts';
import { asPicture, pixelAt } from '../image/picture-element.ts';
import { emptyOutput, tools } from '../media-frame/source-views.ts';
import type { AnnotatedHost } from './annotated-host.ts';
import { annotatedStyles } from './annotated.styles.ts';
import { misfits, wordsOf } from './annotations.ts';
import { flatten } from './flatten.ts';
import { Labels } from './labels.ts';
import { Overlay } from './overlay.ts';
import { say } from '../../words/picture.ts';
import { say as sayMedia } from '../../words/media.ts';

/** All that a reader sees and presses of an AnnotatedImage; made when it is in a page for the first time. */
export class AnnotatedView {
  /** The label that is pointed at in the legend. */
  label: string | null = null;
  readonly #host: AnnotatedHost;
  readonly #expand: Expand;
  readonly #overlay: Overlay;
  readonly #labels = new Labels();
  /** The labels of what is shown, as one text: what the legend depends on. */
  #present = '';
  #turn = 0;

  constructor(host: AnnotatedHost, root: ShadowRoot) {
    adoptStyles(root, [...root.adoptedStyleSheets, ...viewStyles, annotatedStyles]);
    this.#host = host;
    this.#expand = new Expand(host, () => root.querySelector<HTMLElement>('.surface'));
    this.#overlay = new Overlay(host, this);
    this.replaced();
  }

  /** The CSS colour of a label. */
  readonly colourOf = (label: string): string => colourOf(label, this.#host, this.#labels);

  /** Another value is there. What has to be loaded first leaves the one before in its place until then. */
  replaced(): void {
    const turn = ++this.#turn;
    const { shown, annotations, loads } = this.#host;
    if (!loads) return this.#put();
    void shown.settled().then(() => {
      if (turn !== this.#turn || this.#host.message) return;
      this.#put();
      const { naturalWidth: width, naturalHeight: height } = shown.element as HTMLImageElement;
      if (annotations.some((each) => misfits(each, { width, height })))
        this.#host.message = `A mask does not fit the image: expected ${wordsOf({ width, height })}.`;
    });
  }

  /** Draws anew: how things look has changed, or where. */
  changed(): void {
    this.#overlay.plan();
  }

  flush(): void {
    this.#overlay.flush();
  }

  frame(): TemplateResult {
    const host = this.#host;
    const inside = html`${head(host, imageIcon, this.#tools())}
        <div
          class="stage ${host.sized ? 'sized' : ''}"
          part="stage"
          @pointermove=${this.#onPoint}
          @pointerleave=${() => this.#overlay.point(null)}
          @click=${this.#onSelect}
        >${this.#stage()}</div>
        ${host.showLegend ? this.#legend() : nothing}`;
    return frame(host, inside);
  }

  #tools(): TemplateResult {
    const host = this.#host;
    return tools({
      filled: host.shown.filled,
      editable: false,
      buttons: host.buttons,
      expanded: this.#expand.active,
      download: () => void this.#download(),
      expand: () => this.#expand.toggle(),
    });
  }

  async #download(): Promise<void> {
    const host = this.#host;
    try {
      const file = await host.toBlob();
      if (file) save(file, 'image.png');
    } catch (error) {
      // A picture from another site may be shown, and yet not be read.
      host.message = sayMedia('imageNotGiven', { why: (error as Error).message });
    }
  }

  #stage(): unknown {
    const { shown, placeholder = '', name } = this.#host;
    const { element } = shown;
    const labels = this.#present ? (JSON.parse(this.#present) as string[]) : [];
    return html`${element ? asPicture(element, labels.length ? say('withLabels', { name, labels: labels.join(', ') }) : name) : nothing}
      ${this.#overlay.canvas}
      ${shown.filled ? nothing : emptyOutput(imageIcon, placeholder)}`;
  }

  #legend(): TemplateResult {
    const { streaming, shown, annotations } = this.#host;
    const present = new Set(JSON.parse(this.#present || '[]') as string[]);
    const labels = this.#labels.all.filter((label) => streaming || present.has(label));
    const none = shown.element ? say('noLabels') : say('labelsHere');
    const point = (label: string | null) => {
      this.label = label;
      this.#overlay.plan();
    };
    const press = (label: string) => {
      const index = annotations.findIndex((each) => each.label === label);
      if (index >= 0) this.#host.notify('select', { index, value: label });
    };
    return html`<ul class="legend ${streaming ? 'steady' : ''}" part="legend" aria-label=${say('labels')}>
      ${labels.length ? nothing : html`<li class="none">${none}</li>`}
      ${labels.map(
        (label) =>
          html`<li>
            <button
              class="entry"
              part="entry"
              .style=${`--_colour: ${this.colourOf(label)}`}
              aria-disabled=${!present.has(label)}
              @pointerenter=${() => point(label)}
              @pointerleave=${() => point(null)}
              @focus=${() => point(label)}
              @blur=${() => point(null)}
              @click=${() => press(label)}
            ><span class="swatch"></span>${label || say('noLabel')}</button>
          </li>`,
      )}
    </ul>`;
  }

  /** The page is told when other labels are there, not with each frame of a stream. */
  #put(): void {
    const { annotations } = this.#host;
    const labels = new Set(annotations.map(({ label }) => label));
    const fresh = this.#labels.note(labels);
    const present = JSON.stringify([...labels].sort());
    this.#overlay.show(annotations);
    if (!fresh && present === this.#present) return;
    this.#present = present;
    this.#host.requestUpdate();
  }

  readonly #onPoint = (event: PointerEvent): void => this.#overlay.point(pixelAt(event));

  readonly #onSelect = (event: PointerEvent): void => {
    const pixel = pixelAt(event);
    const index = pixel ? this.#overlay.at(pixel) : -1;
    if (index >= 0) this.#host.notify('select', { index, value: this.#host.annotations[index]!.label });
  };
}

function colourOf(label: string, { colorMap }: AnnotatedHost, labels: Labels): string {
  const own = colorMap?.[label];
  return own && isColour(own) ? own : labels.colourOf(label);
}

/**
 * Returns the picture with its annotations, as a file; `null` without a picture.
 *
 * @param view - has given the labels their colours; `null` where nobody has seen them yet.
 */
export function flattened(
  host: AnnotatedHost,
  type: string,
  view: AnnotatedView | null,
): Promise<Blob | null> {
  const { shown, annotations, fillOpacity: fill } = host;
  const labels = new Labels();
  return flatten(
    shown.value,
    annotations,
    {
      colourOf: view?.colourOf ?? ((label) => colourOf(label, host, labels)),
      fill,
      font: getComputedStyle(host).fontFamily || 'sans-serif',
    },
    type,
  );
}
