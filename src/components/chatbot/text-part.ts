/** @file The text of a message: Markdown, drawn as it grows. */

import type { MarkdownBody } from '../markdown/body.ts';
import { LONGEST, lengthOf, piecesOf } from '../markdown/pieces.ts';
import { withEngine } from '../markdown/render.ts';
import { isTooDeep, wordsOf } from '../../shared/errors.ts';
import type { ChatHost } from './chat-host.ts';
import { say } from '../../words/chat.ts';

/** Signs that only Markdown has: a text without them is a paragraph, for which no parser is needed. */
const MARKS = /[*_`#<>[\]|~$&\\\n]|:\/\/|www\.|\S@\S|^\s*(?:\d+[.)]|[-+]|={2,})(?:\s|$)|^\s{4}|^---|--/;
/** Characters that are read at one go; the rest of a longer text follows. */
const AT_ONCE = 15_000;
/** After work that took long the page has this many times as long for itself. */
const REST = 4;
/** Milliseconds of work that need no rest. */
const LIGHT_MS = 6;

/** Draws one text. */
export class TextPart {
  readonly element = document.createElement('div');
  readonly #host: ChatHost;
  #text = '';
  #body: MarkdownBody | null = null;
  #plain: Text | null = null;
  /** Characters that are drawn. */
  #drawn = 0;
  #timer = 0;
  #restsUntil = 0;
  #asks = 0;

  constructor(host: ChatHost) {
    this.#host = host;
    this.element.className = 'text';
    this.element.dir = 'auto';
  }

  /** Shows a text. */
  show(text: string): void {
    const grows = text.startsWith(this.#text);
    this.#text = text;
    if (!grows) this.#drawn = Math.min(this.#drawn, AT_ONCE);
    if (this.#host.renderMarkdown && MARKS.test(text)) this.#showMarkdown();
    else if (this.#body || text.length > AT_ONCE) this.#showRaw(text);
    else this.#showPlain(text);
  }

  /** Ends what it would still draw. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#asks += 1;
  }

  #showPlain(text: string): void {
    if (this.#plain?.isConnected || this.#plain?.parentNode) {
      const { data } = this.#plain;
      if (text.startsWith(data)) this.#plain.appendData(text.slice(data.length));
      else this.#plain.data = text;
      return;
    }
    const prose = document.createElement('div');
    prose.className = 'prose';
    const paragraph = document.createElement('p');
    this.#plain = document.createTextNode(text);
    paragraph.append(this.#plain);
    paragraph.className = 'raw';
    prose.append(paragraph);
    this.#replace(prose);
  }

  /** A text as it is, in pieces that are laid out when they are seen. */
  #showRaw(text: string, problem = ''): void {
    const prose = document.createElement('div');
    prose.className = 'prose raw';
    prose.append(
      ...piecesOf(text).map((piece) => {
        const part = document.createElement('div');
        part.className = 'piece';
        part.textContent = piece;
        return part;
      }),
    );
    if (problem) {
      const note = document.createElement('p');
      note.className = 'note';
      note.textContent = say('shownAsItIs', { why: problem });
      prose.append(note);
    }
    this.#replace(prose);
    this.#body = null;
  }

  #replace(element: HTMLElement): void {
    if (this.#plain && !element.contains(this.#plain)) this.#plain = null;
    this.element.replaceChildren(element);
  }

  #showMarkdown(): void {
    const long = lengthOf(this.#text);
    if (long > LONGEST) return this.#showRaw(this.#text, say('tooLong', { count: long, most: LONGEST }));
    const now = performance.now();
    if (this.#body && now < this.#restsUntil) return this.#later(this.#restsUntil - now);
    if (!this.#body && !this.#plain) this.#showPlain(this.#text.slice(0, AT_ONCE));
    const asked = ++this.#asks;
    const made = withEngine(({ MarkdownBody }) => {
      if (asked !== this.#asks) return;
      this.#body ??= new MarkdownBody();
      this.#draw(this.#body);
    });
    if (made instanceof Promise) made.catch((error: unknown) => console.warn(error));
  }

  #draw(body: MarkdownBody): void {
    const { sanitizeHtml, lineBreaks, latexDelimiters, remoteImages } = this.#host;
    const text = this.#text;
    // A long text is drawn in turns, each of which ends with a line.
    let end = text.length;
    if (end - this.#drawn > AT_ONCE) {
      const line = text.indexOf('\n', this.#drawn + AT_ONCE);
      if (line > 0) end = line + 1;
    }
    const began = performance.now();
    try {
      body.adopt(this.#host.renderRoot);
      body.update(text.slice(0, end), {
        sanitizeHtml,
        lineBreaks,
        latexDelimiters,
        trust: remoteImages ? 'guest with pictures' : 'guest',
      });
    } catch (error) {
      return this.#showRaw(text, isTooDeep(error) ? say('tooDeep') : wordsOf(error));
    }
    if (body.element.parentNode !== this.element) this.#replace(body.element);
    this.#drawn = end;
    const took = performance.now() - began;
    this.#restsUntil = took > LIGHT_MS ? performance.now() + REST * took : 0;
    if (end < text.length) this.#later(0);
  }

  #later(ms: number): void {
    if (this.#timer) return;
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      if (this.#body) this.#draw(this.#body);
      else this.show(this.#text);
    }, ms);
  }
}
