/** @file The frame in which the app of a playground runs. */

import type { Hint } from '../../components/hints/hint.ts';
import { setPageText } from '../../page/code/page-text.ts';
import { trustedHTML } from '../../shared/trusted-types.ts';
import { say } from '../../words/text.ts';
import { problemIn, problemOf, problemOfEvent } from './frame-errors.ts';
import { GUARD, makeGuard } from './loop-guard.ts';
import type { Problem } from './problems.ts';

/** Milliseconds after which a frame is as high as what is in it, ready or not. */
const SETTLE_MS = 3000;

/** What an app may ask the reader for. */
const ALLOWED =
  'camera; microphone; display-capture; fullscreen; clipboard-read; clipboard-write; autoplay; midi';

const NO_INLINE =
  'The Content-Security-Policy of this page keeps scripts in the source from running; handlers run in spite of it, where it has script-src blob: and worker-src blob:';
const FAILED_FILE = 'could not be loaded';

/** The app, as far as its readiness is waited for. */
type Waited = Element & { ready?: Promise<void> };

/** The window of the page in the frame, with the classes of its own. */
type Inside = Window & typeof globalThis;

/** What is told of the page in a frame. */
export interface FrameTold {
  problem(problem: Problem): void;
  /** Its apps are ready. */
  ready(): void;
}

/** What is written into a frame. */
export interface FramePage {
  text: string;
  /** What errors are looked up in. */
  source: string;
  /** A look for a page that brings none. */
  look: string | null;
}

/**
 * One run of a page. It is written into a frame of this page's own origin, so that it may have cameras, codecs and
 * storage, and so that what goes wrong in it can be told before its first script runs, under any policy.
 */
export class AppFrame {
  readonly element: HTMLIFrameElement = document.createElement('iframe');
  readonly #told: FrameTold;
  readonly #closed = new AbortController();
  #sizes: ResizeObserver | undefined;
  /** Until all is there, the frame does not become lower than the one before. */
  #least: number;

  /** @param height - of the frame before; 0 without one. */
  constructor(told: FrameTold, height: number) {
    this.#told = told;
    this.#least = height;
    this.element.title = say('playResult');
    this.element.allow = ALLOWED;
    this.element.setAttribute('part', 'frame');
    if (height > 0) this.element.style.height = `${height}px`;
  }

  get height(): number {
    return this.element.offsetHeight;
  }

  /** Writes the page. The frame is in this page by now. */
  open({ text, source, look }: FramePage): void {
    const inside = this.element.contentWindow as Inside | null;
    if (!inside) return;
    const page = inside.document;
    page.open();
    this.#listen(inside, location.href.replace(/#.*/, ''));
    setPageText(inside, source);
    Object.assign(inside, {
      [GUARD]: makeGuard(inside),
      [Symbol.for('rivulet configuration')]: { debug: true },
    });
    page.write(trustedHTML(text));
    page.close();
    if (look !== null) {
      const sheet = new inside.CSSStyleSheet();
      sheet.replaceSync(look);
      page.adoptedStyleSheets = [sheet];
    }
    this.#fit(inside);
  }

  /** Ends all that runs in it: its workers, cameras and sounds end with their page. */
  close(): void {
    this.#closed.abort();
    this.#sizes?.disconnect();
    this.element.remove();
  }

  #listen(inside: Inside, page: string): void {
    const { signal } = this.#closed;
    const tell = (problem: Problem): void => this.#told.problem(problem);
    inside.addEventListener(
      'error',
      (event) => {
        const { target } = event;
        if (target instanceof inside.Element) return this.#lacks(target);
        const problem = problemOfEvent(event, page);
        if (problem) tell(problem);
      },
      { capture: true, signal },
    );
    inside.addEventListener('unhandledrejection', ({ reason }) => tell(problemOf(reason, page)), { signal });
    inside.addEventListener('load', () => void this.#settle(inside), { signal });
    const hinted = (event: Event): void => {
      event.stopPropagation(); // it is told here, and not in a line over the app
      tell(problemIn((event as CustomEvent<Hint>).detail.message, page));
    };
    inside.addEventListener('riv-hint', hinted, { capture: true, signal });
    inside.document.addEventListener(
      'securitypolicyviolation',
      ({ blockedURI, effectiveDirective }) => {
        if (blockedURI === 'inline' && effectiveDirective.startsWith('script'))
          tell({ message: NO_INLINE, line: null });
      },
      { signal },
    );
    inside.document.addEventListener('click', follow, { signal });
    const { console } = inside;
    const own = console.error;
    console.error = (...words: unknown[]) => {
      own.apply(console, words);
      const error = words.find((each) => each instanceof inside.Error || each instanceof Error);
      if (!this.#closed.signal.aborted)
        tell(
          error
            ? problemOf(error, page)
            : problemIn(words.filter((each) => typeof each !== 'object').join(' '), page),
        );
    };
  }

  #lacks(element: Element): void {
    const { src, href } = element as HTMLScriptElement & HTMLLinkElement;
    const file = src || href;
    if (element.localName === 'script' && !file)
      this.#told.problem({ message: `A module that a script imports ${FAILED_FILE}`, line: null });
    else if (file && /^(script|link|img)$/.test(element.localName))
      this.#told.problem({ message: `${file} ${FAILED_FILE}`, line: null });
  }

  /** Waits for the apps of the page, so that its height is theirs. */
  async #settle({ document, setTimeout }: Inside): Promise<void> {
    const apps = document.querySelectorAll<Waited>('riv-interface, riv-blocks, riv-chat-interface');
    await Promise.race([
      Promise.all([...apps].map(({ ready }) => ready)),
      new Promise((resolve) => setTimeout(resolve, SETTLE_MS)),
    ]);
    if (this.#closed.signal.aborted) return;
    this.#least = 0;
    this.#size(document);
    this.#told.ready();
  }

  #fit(inside: Inside): void {
    const { document, ResizeObserver } = inside;
    this.#sizes = new ResizeObserver(() => {
      // In the frame's own turn this page would be laid out a second time, which browsers complain of.
      requestAnimationFrame(() => this.#closed.signal.aborted || this.#size(document));
    });
    this.#sizes.observe(document.documentElement);
  }

  #size({ documentElement }: Document): void {
    const height = Math.max(documentElement?.offsetHeight ?? 0, this.#least);
    if (height > 0) this.element.style.height = `${height}px`;
  }
}

/** A link leads to another tab: in the frame, what it leads to would take the app's place. */
function follow(event: Event): void {
  const link = event.composedPath().find((each) => (each as Element).localName === 'a') as
    | HTMLAnchorElement
    | undefined;
  const to = link?.getAttribute('href');
  if (!link || !to || link.target) return;
  if (!to.startsWith('#')) link.target = '_blank';
  else {
    event.preventDefault();
    link.ownerDocument.getElementById(decodeURIComponent(to.slice(1)))?.scrollIntoView();
  }
}
