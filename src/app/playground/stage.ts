/** @file Runs the source of a playground: one frame after the other, in the look of the page around. */

import { tokens } from '../../components/styles/tokens.ts';
import { lineCount } from './frame-errors.ts';
import { AppFrame, type FrameTold } from './frame.ts';
import { libraryURL } from './library.ts';
import type { ScriptParser } from './loop-guard.ts';
import { isWholePage, pageOf } from './page.ts';
import { isScript } from './source.ts';

const NO_LIBRARY =
  'It is not known where rivulet.js lies, since this page has it from a bundle: name its URL by library="…".';

/** What is run. */
export interface Program {
  source: string;
  /** What relative URLs in it are relative to. */
  base: string;
  /** The URL that was named for the library. */
  library: string;
  parser: ScriptParser;
}

/** Where the app of a playground runs. */
export class AppStage {
  readonly #host: Element;
  readonly #told: FrameTold;
  #frame: AppFrame | null = null;

  constructor(host: Element, told: FrameTold) {
    this.#host = host;
    this.#told = told;
  }

  /** Ends what runs, and runs this in its place. */
  run(place: Element, { source, base, library, parser }: Program): void {
    const height = this.#frame?.height ?? 0;
    this.close();
    const url = library ? new URL(library, document.baseURI).href : libraryURL();
    if (!url) this.#told.problem({ message: NO_LIBRARY, line: null });
    const isCurrent = (): boolean => frame === this.#frame;
    const frame = new AppFrame(
      {
        problem: (problem) => isCurrent() && this.#told.problem(problem),
        ready: () => isCurrent() && this.#told.ready(),
      },
      height,
    );
    this.#frame = frame;
    place.append(frame.element);
    const text = pageOf({ source, library: url, base, parser, countsEachScript: lineCount().each });
    frame.open({ text, source, look: !isScript(source) && isWholePage(source) ? null : this.#look() });
  }

  /** Ends what runs. */
  close(): void {
    this.#frame?.close();
    this.#frame = null;
  }

  /** The look of a page that brings none: that of this page, in the colours around. */
  #look(): string {
    const style = getComputedStyle(this.#host);
    const names = new Set(tokens.cssText.match(/--riv-[\w-]+/g));
    const own = [...names].map((name) => [name, style.getPropertyValue(name)]).filter(([, value]) => value);
    return `:root { color-scheme: light dark; ${own.map((each) => each.join(': ')).join('; ')} }
      body { margin: 16px; color: CanvasText; font: ${style.fontSize} / 1.5 ${style.fontFamily}; }`;
  }
}
