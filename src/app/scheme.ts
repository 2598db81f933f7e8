/** @file Gives an app its colour scheme: its own, the address's, or the page's. */

import { type CSSResult, type ReactiveController, type ReactiveControllerHost, css } from 'lit';
import { lazy } from '../page/lazy.ts';
import { parentOf, watchPage } from './page-look.ts';

/** An element that decides between light and dark for what is in it. */
type SchemeHost = ReactiveControllerHost & HTMLElement & { theme: string };

/** The look that goes with {@link Scheme}: an app that is dark on a page that is not brings its own ground. */
export const schemeStyles: CSSResult = css`
  :host {
    background: transparent;
    color: var(--_text);
  }
  :host([scheme='light']) {
    color-scheme: light;
  }
  :host([scheme='dark']) {
    color-scheme: dark;
  }
  :host([ground]) {
    background: var(--riv-background, light-dark(#ffffff, #0f0f11));
  }
`;

/**
 * Gives an app its colour scheme: that in the `theme` asked for, else `?__theme=dark` in the page's address, else what suits the
 * colour that is painted behind the app, whatever the page says of itself; where nothing is painted, the page's own
 * `color-scheme` (with it the system's preference, where the page follows that); a page without either is white, also on a
 * dark system. Reflected as the attribute `scheme` (absent: inherited) and, where the app needs its own ground, `ground`.
 */
export class Scheme implements ReactiveController {
  #theme: string | undefined;
  /** The named theme that it has, or will have soon. */
  #dressed = '';
  #unwatch: (() => void) | undefined;

  constructor(private readonly host: SchemeHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#theme = undefined;
    this.#unwatch = watchPage(this.host, () => this.#look());
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  hostUpdated(): void {
    if (this.#theme !== this.host.theme) this.#look();
    this.#dress();
  }

  /** A named theme is loaded with the first app that has one. */
  #dress(): void {
    const { host } = this;
    const { theme } = host;
    if (theme === this.#dressed) return;
    const isNamed = !/^(light|dark|)$/.test(theme);
    if (isNamed || this.#dressed)
      lazy(() => import('./themes/themes.ts')).then(({ dress }) => dress(host), console.warn);
    this.#dressed = isNamed ? theme : '';
  }

  #look(): void {
    if (!this.host.isConnected) return;
    this.#theme = this.host.theme;
    const behind = groundBehind(this.host);
    const scheme = this.#choose(behind);
    if (scheme === '') this.host.removeAttribute('scheme');
    else if (this.host.getAttribute('scheme') !== scheme) this.host.setAttribute('scheme', scheme);
    this.host.toggleAttribute('ground', scheme !== '' && isDark(this.host) !== behind.dark);
  }

  #choose({ dark, inherited }: Ground): '' | 'light' | 'dark' {
    const own = /\b(light|dark)\b/.exec(this.host.theme)?.[0];
    const asked = own ?? new URLSearchParams(location.search).get('__theme');
    if (asked === 'light' || asked === 'dark') return asked;
    if (inherited) return '';
    return dark ? 'dark' : 'light';
  }
}

interface Ground {
  dark: boolean;
  /** True when what the page declares for this place comes to the same. */
  inherited: boolean;
}

/** Returns what is behind an element: the first background that is not see-through, else the browser's own. */
function groundBehind(host: HTMLElement): Ground {
  const parent = parentOf(host);
  const isDeclared = parent !== null && schemeOf(parent) !== 'normal';
  const declared = isDeclared && isDark(parent);
  for (let place = parent; place; place = parentOf(place)) {
    const rgba = pixelOf(getComputedStyle(place).backgroundColor);
    if (rgba[3]! <= 127) continue;
    const dark = luminance(rgba) < 0.2;
    return { dark, inherited: isDeclared && dark === declared };
  }
  return { dark: declared, inherited: isDeclared };
}

/** The `color-scheme` of an element; where no style names one, what the page's meta element says. */
function schemeOf(element: Element): string {
  const { colorScheme } = getComputedStyle(element);
  if (colorScheme !== 'normal') return colorScheme;
  return (
    document.querySelector<HTMLMetaElement>('meta[name="color-scheme" i]')?.content.trim() || colorScheme
  );
}

/** True when `light-dark()` takes its second colour at this element. */
function isDark(element: Element): boolean {
  const schemes = schemeOf(element).split(' ');
  if (!schemes.includes('dark')) return false;
  return !schemes.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches;
}

let context: CanvasRenderingContext2D | null | undefined;

/** Any CSS colour as bytes: the browser knows all notations. */
function pixelOf(color: string): Uint8ClampedArray {
  if (color === 'rgba(0, 0, 0, 0)') return new Uint8ClampedArray(4);
  context ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  });
  if (!context) return new Uint8ClampedArray(4);
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}

/** Relative luminance, 0…1. */
function luminance([red = 0, green = 0, blue = 0]: Uint8ClampedArray): number {
  const linear = (byte: number): number => (byte / 255) ** 2.2;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
