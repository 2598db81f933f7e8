/** @file Gives an app its colour scheme: its own, the address's, or the page's. */

import { type CSSResult, type ReactiveController, type ReactiveControllerHost, css } from 'lit';

/** An element that decides between light and dark for what is in it. */
type SchemeHost = ReactiveControllerHost & HTMLElement & { theme: '' | 'light' | 'dark' };

/** The attributes by which pages switch to dark. */
const SWITCHES = ['class', 'style', 'theme', 'data-theme', 'data-bs-theme', 'data-color-scheme', 'data-mode'];

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
 * Gives an app its colour scheme: the `theme` asked for, else `?__theme=dark` in the page's address, else the page's
 * own `color-scheme` (with it the system's preference, where the page follows that), else whatever suits the colour behind
 * the app: a page that names neither is white, also on a dark system. Reflected as the attribute `scheme` (absent:
 * inherited) and, where the app needs its own ground, `ground`.
 */
export class Scheme implements ReactiveController {
  #done: AbortController | undefined;
  #observer: MutationObserver | undefined;

  constructor(private readonly host: SchemeHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#done = new AbortController();
    const { signal } = this.#done;
    const look = (): void => this.hostUpdated();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal });
    if (document.readyState !== 'complete') addEventListener('load', look, { signal });
    this.#observer = new MutationObserver(look);
    for (const target of [document.documentElement, document.body])
      this.#observer.observe(target, { attributes: true, attributeFilter: SWITCHES });
  }

  hostDisconnected(): void {
    this.#done?.abort();
    this.#observer?.disconnect();
  }

  hostUpdated(): void {
    if (!this.host.isConnected) return;
    const behind = groundBehind(this.host);
    const scheme = this.#choose(behind);
    if (scheme === '') this.host.removeAttribute('scheme');
    else if (this.host.getAttribute('scheme') !== scheme) this.host.setAttribute('scheme', scheme);
    this.host.toggleAttribute('ground', scheme !== '' && isDark(this.host) !== behind.dark);
  }

  #choose(behind: Ground): '' | 'light' | 'dark' {
    const asked = this.host.theme || new URLSearchParams(location.search).get('__theme');
    if (asked === 'light' || asked === 'dark') return asked;
    if (behind.declared) return '';
    return behind.dark ? 'dark' : 'light';
  }
}

interface Ground {
  /** True when the page names a `color-scheme` for this place. */
  declared: boolean;
  dark: boolean;
}

/** What is behind an element: the first background that is not see-through, else the browser's own. */
function groundBehind(host: HTMLElement): Ground {
  const parent = parentOf(host);
  const declared = parent !== null && schemeOf(parent) !== 'normal';
  for (let place = parent; place; place = parentOf(place)) {
    const rgba = pixelOf(getComputedStyle(place).backgroundColor);
    if (rgba[3]! > 127) return { declared, dark: luminance(rgba) < 0.2 };
  }
  return { declared, dark: declared && parent !== null && isDark(parent) };
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  return parent instanceof ShadowRoot
    ? parent.host
    : (parent as Element | null)?.nodeType === 1
      ? (parent as Element)
      : null;
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
