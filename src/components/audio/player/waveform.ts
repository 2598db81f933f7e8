/** @file Draws the picture of a sound, in which the played part has another colour. */

import WaveSurfer from 'wavesurfer.js';
import Regions, { type Region } from 'wavesurfer.js/plugins/regions';
import { type Samples, lengthOf } from '../../../shared/values/samples.ts';
import type { Span } from '../../../media/video-worker/tasks.ts';

/** More peaks than a screen has pixels are not seen. */
const PEAKS = 2000;
/** Pixels. */
const HEIGHT = 64;

/** The picture of a sound, in which the played part has another colour. Lives until it is destroyed. */
export class Waveform {
  readonly #wave: WaveSurfer;
  readonly #regions: ReturnType<typeof Regions.create>;
  readonly #place: HTMLElement;
  readonly #off = new AbortController();
  #region: Region | null = null;

  /** @param place - in the page; its `color` is that of the played part, its `caret-color` that of the rest. */
  constructor(place: HTMLElement, samples: Samples, media: HTMLAudioElement) {
    this.#place = place;
    this.#regions = Regions.create();
    this.#wave = WaveSurfer.create({
      container: place,
      media,
      peaks: [peaks(samples)],
      duration: lengthOf(samples) / samples.sampleRate,
      height: HEIGHT,
      barWidth: 2,
      barGap: 1,
      barRadius: 2,
      barMinHeight: 1,
      cursorWidth: 2,
      interact: false,
      dragToSeek: false,
      hideScrollbar: true,
      plugins: [this.#regions],
      ...this.#colours(),
    });
    this.#adoptStyles();
    // The scheme may change at any time, by the system or by a property of the page: the colour's transition tells.
    const recolour = () => {
      this.#wave.setOptions(this.#colours());
      this.#region?.setOptions({ color: this.#tint() });
    };
    place.addEventListener('transitionend', recolour, { signal: this.#off.signal });
  }

  /** Shows a span whose ends can be dragged; `null` hides it. `changed` is told of the user's drags alone. */
  select(span: Span | null, changed: (span: Span) => void = () => undefined): void {
    if (!span || !this.#region) {
      this.#region?.remove();
      this.#region = span && this.#regions.addRegion({ ...span, minLength: 0.01, color: this.#tint() });
      this.#region?.on('update', () => changed({ start: this.#region!.start, end: this.#region!.end }));
    } else if (this.#region.start !== span.start || this.#region.end !== span.end)
      this.#region.setOptions(span);
  }

  destroy(): void {
    this.#off.abort();
    this.#wave.destroy();
  }

  #colours(): { waveColor: string; progressColor: string; cursorColor: string } {
    const { color, caretColor } = getComputedStyle(this.#place);
    return { waveColor: caretColor, progressColor: color, cursorColor: color };
  }

  #tint(): string {
    return `color-mix(in srgb, ${getComputedStyle(this.#place).color} 22%, transparent)`;
  }

  /** A strict policy of the page does not let the library's own `<style>` count. */
  #adoptStyles(): void {
    const root = this.#wave.getWrapper().getRootNode() as ShadowRoot;
    const style = root.querySelector('style');
    if (!style || style.sheet) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style.textContent ?? '');
    root.adoptedStyleSheets = [sheet];
  }
}

/** Returns the loudest levels of a sound, of all channels, in equal steps. */
export function peaks({ channels }: Samples, count = PEAKS): Float32Array {
  const length = channels[0]?.length ?? 0;
  const result = new Float32Array(Math.max(1, Math.min(count, length)));
  const step = length / result.length;
  for (const channel of channels) {
    for (let at = 0; at < result.length; at++) {
      const end = Math.floor((at + 1) * step);
      for (let index = Math.floor(at * step); index < end; index++)
        if (Math.abs(channel[index]!) > result[at]!) result[at] = Math.abs(channel[index]!);
    }
  }
  return result;
}
