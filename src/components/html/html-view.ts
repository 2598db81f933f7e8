/** @file The view of an HTML with a template: fills it, draws it, and makes it act. */

import { hint } from '../hints/hint.ts';
import { sanitize } from '../markdown/sanitize.ts';
import { wordsOf } from '../../shared/errors.ts';
import { equal } from '../parts/equal.ts';
import { fillHtml, fillStyles } from './fill.ts';
import type { HTMLHost, HTMLTools, Props } from './html-host.ts';
import { morph } from './morph.ts';
import { trustedHTML } from '../../shared/trusted-types.ts';

/** What is seen of an HTML with a template, and what acts in it. */
export class HTMLView {
  readonly #host: HTMLHost;
  readonly #root: ShadowRoot;
  readonly #sheet = new CSSStyleSheet();
  readonly #watchers = new Map<string, Set<(value: unknown) => void>>();
  /** What the template made was drawn into this; it is kept while the element is not to be seen. */
  #place: HTMLElement | null = null;
  #seen: Props = {};
  #styles = '';
  #setUp: HTMLHost['setUp'] = null;
  #settingUp = false;
  #complaint = '';

  constructor(host: HTMLHost, root: ShadowRoot) {
    this.#host = host;
    this.#root = root;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
  }

  /** Draws what has changed. What cannot be drawn leaves what was there, and is told of. */
  updated(): void {
    const place = this.#root.querySelector<HTMLElement>('.live');
    if (!place) return;
    if (this.#place && place !== this.#place) place.replaceWith(this.#place);
    this.#place ??= place;
    const props = this.#values();
    this.#try('The template', () => this.#draw(props));
    this.#style(fillStyles(this.#host.styles, props));
    const { setUp } = this.#host;
    if (setUp && setUp !== this.#setUp) this.#begin(setUp);
    this.#tell(this.#values());
  }

  #values(): Props {
    const { props, value, label } = this.#host;
    return { label, ...props, value };
  }

  #draw(props: Props): void {
    const { template } = this.#host;
    if (template === null) return;
    const made = typeof template === 'function' ? template(props) : fillHtml(template, props);
    if (made instanceof Node) {
      if (made.parentNode !== this.#place) this.#place!.replaceChildren(made);
      return;
    }
    const text = String(made);
    if (/<script[\s>]|<[^>]*\son\w+\s*=/i.test(text))
      hint('Scripts in a template do not run: what it does is written in setUp', this.#host);
    const wished = document.createElement('template');
    wished.innerHTML = trustedHTML(sanitize(text, { styles: true }));
    morph(this.#place!, wished.content);
  }

  /** A style sheet that is set anew has the browser look at everything anew. */
  #style(styles: string): void {
    if (styles === this.#styles) return;
    this.#styles = styles;
    this.#sheet.replaceSync(styles);
  }

  #begin(setUp: NonNullable<HTMLHost['setUp']>): void {
    this.#setUp = setUp;
    this.#seen = this.#values();
    this.#settingUp = true;
    this.#try('setUp', () => setUp(this.#place!, this.#tools()));
    this.#settingUp = false;
  }

  #tools(): HTMLTools {
    return {
      props: new Proxy({} as Props, {
        get: (_, name) => this.#values()[name as string],
        has: (_, name) => name in this.#values(),
        ownKeys: () => Reflect.ownKeys(this.#values()),
        getOwnPropertyDescriptor: (_, name) => ({
          value: this.#values()[name as string],
          enumerable: true,
          configurable: true,
          writable: true,
        }),
        set: (_, name, value) => {
          this.#set(String(name), value);
          return true;
        },
      }),
      trigger: (event, detail) => this.#host.trigger(event, detail),
      watch: (name, call) => {
        const calls = this.#watchers.get(name) ?? new Set();
        this.#watchers.set(name, calls.add(call));
        return () => void calls.delete(call);
      },
    };
  }

  #set(name: string, value: unknown): void {
    if (name !== 'value') return this.#host.setProp(name, value);
    if (equal(value, this.#host.value)) return;
    // What it begins with is no edit.
    if (this.#settingUp) (this.#host as { value: unknown }).value = value;
    else this.#host.edit(value);
  }

  /** Tells those who watch what has changed. */
  #tell(now: Props): void {
    const before = this.#seen;
    this.#seen = now;
    for (const [name, calls] of this.#watchers)
      if (!equal(before[name], now[name]))
        for (const call of [...calls]) this.#try(`watch("${name}")`, () => call(now[name]));
  }

  #try(what: string, work: () => void): void {
    try {
      work();
      if (this.#complaint.startsWith(what)) this.#complain('');
    } catch (error) {
      console.error(error, this.#host);
      this.#complain(`${what} of this HTML failed: ${wordsOf(error)}`);
    }
  }

  #complain(words: string): void {
    if (words === this.#complaint) return;
    if (words || this.#host.message === this.#complaint) this.#host.message = words;
    this.#complaint = words;
  }
}
