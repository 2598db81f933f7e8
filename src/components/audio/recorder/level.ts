/** @file Draws what a microphone hears, as it hears it. */

import type { Samples } from '../../../shared/values/samples.ts';

/** Seconds that a bar stands for; pixels of a bar, and to the next one. */
const BAR_SECONDS = 0.05;
const BAR = 2;
const STEP = 4;
/** More bars than a screen is wide are not kept. */
const KEPT = 1000;

/** The live picture of what a microphone hears: loudness over time, the latest at the right. Draws what it is pushed. */
export class Level {
  /** The picture. Its CSS colour is that of the bars. */
  readonly canvas = document.createElement('canvas');
  /** Bars from old to new; true where it was recorded. */
  #bars: { level: number; kept: boolean }[] = [];
  #loudest = 0;
  #heard = 0;
  #drawing = 0;

  /** Adds what was heard; `kept`: it is being recorded. */
  push({ channels, sampleRate }: Samples, kept: boolean): void {
    for (const channel of channels)
      for (let at = 0; at < channel.length; at++)
        if (Math.abs(channel[at]!) > this.#loudest) this.#loudest = Math.abs(channel[at]!);
    this.#heard += (channels[0]?.length ?? 0) / sampleRate;
    if (this.#heard < BAR_SECONDS) return;
    this.#heard -= BAR_SECONDS;
    this.#bars.push({ level: this.#loudest, kept });
    if (this.#bars.length > KEPT) this.#bars.shift();
    this.#loudest = 0;
    this.#drawing ||= requestAnimationFrame(() => this.#draw());
  }

  /** Begins anew. */
  reset(): void {
    this.#bars = [];
    this.#loudest = this.#heard = 0;
  }

  #draw(): void {
    this.#drawing = 0;
    const { canvas } = this;
    const { clientWidth: width, clientHeight: height } = canvas;
    const context = canvas.getContext('2d');
    if (!context || width === 0 || height === 0) return;
    const scale = devicePixelRatio;
    if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale))
      Object.assign(canvas, { width: Math.round(width * scale), height: Math.round(height * scale) });
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, width, height);
    context.fillStyle = getComputedStyle(canvas).color;
    this.#bars.slice(-Math.ceil(width / STEP)).forEach(({ level, kept }, at, shown) => {
      // The ear hears loudness as the logarithm does: quiet speech is seen too.
      const tall = Math.max(2, Math.sqrt(Math.min(1, level)) * height);
      context.globalAlpha = kept ? 1 : 0.35;
      context.beginPath();
      context.roundRect(width - (shown.length - at) * STEP, (height - tall) / 2, BAR, tall, BAR / 2);
      context.fill();
    });
  }
}
