/** @file The view of a Playground: buttons, the editor, the app, and what went wrong. */

import type { LanguageSupport } from '@codemirror/language';
import { keymap } from '@codemirror/view';
import { type ReactiveController, type TemplateResult, adoptStyles, html, nothing } from 'lit';
import { Editor, type EditorOptions } from '../../components/code/editor.ts';
import { loadLanguage } from '../../components/code/languages.ts';
import { CopyButton } from '../../components/parts/copy.ts';
import { resetIcon } from '../../components/parts/icons.ts';
import { playIcon, shareIcon } from '../../components/parts/media-icons.ts';
import { say } from '../../words/text.ts';
import { parsed } from '../parsed.ts';
import { GivenSource } from './given-source.ts';
import { type Pane, problemList, tabs } from './parts.ts';
import type { PlaygroundHost } from './playground-host.ts';
import { playgroundStyles } from './playground.styles.ts';
import { type Problem, problemMarks, showing } from './problems.ts';
import { linkTo, sharedSource } from './share.ts';
import { isScript } from './source.ts';
import { AppStage } from './stage.ts';

/** Problems that are listed at most; what repeats itself comes once. */
const MOST_PROBLEMS = 20;

/** What is seen and pressed of a Playground. */
export class PlaygroundView implements ReactiveController {
  readonly #host: PlaygroundHost;
  readonly #root: ShadowRoot;
  readonly #given: GivenSource;
  readonly #editor: Editor;
  readonly #stage: AppStage;
  readonly #copy: CopyButton;
  #languages: { html: LanguageSupport; script: LanguageSupport } | null = null;
  /** `loading` until the languages are there, `opening` while it is found out what to run first. */
  #state: 'loading' | 'opening' | 'open' = 'loading';
  /** True once an app was started: that it is, is no news then. */
  #hasRun = false;
  /** True until somebody has agreed to run what came by a link. */
  #isForeign = false;
  #problems: Problem[] = [];
  #status = '';
  #pane: Pane = 'result';
  #complaint = '';
  #connection = new AbortController();

  constructor(host: PlaygroundHost, root: ShadowRoot) {
    adoptStyles(root, [...root.adoptedStyleSheets, ...playgroundStyles]);
    this.#host = host;
    this.#root = root;
    this.#copy = new CopyButton(host, () => this.#editor.text);
    const keys = keymap.of([{ key: 'Mod-Enter', run: () => (this.#run(), true) }]);
    this.#editor = new Editor('', this.#options(''), (text) => this.#edited(text), [keys, problemMarks]);
    this.#stage = new AppStage(host, { problem: (problem) => this.#tell(problem), ready: () => host.ran() });
    this.#given = new GivenSource(host, {
      given: (source) => this.#show(source),
      failed: (words) => this.#complain(words),
    });
    void this.#load();
    host.addController(this);
  }

  /** What a playground without a label of its own is called. */
  get name(): string {
    return say('playground');
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    addEventListener('hashchange', () => void this.#readLink(), { signal: this.#connection.signal });
    if (this.#state === 'loading') return;
    this.#given.watch();
    if (this.#given.original !== null && !this.#isForeign) queueMicrotask(() => this.#run());
  }

  hostDisconnected(): void {
    this.#connection.abort();
    this.#given.rest();
    this.#editor.detach();
    this.#stage.close();
  }

  render(): TemplateResult {
    const { readOnly, layout } = this.#host;
    const wrong = this.#problems.length > 0;
    return html`<div class="bar" part="bar">
        ${layout === 'tabs' ? tabs(this.#pane, this.#open) : nothing}
        <button class="button primary run" part="run" type="button" ?disabled=${!this.#languages} @click=${() => this.#run()}>
          ${playIcon} ${say('run')}
        </button>
        <span class="status ${wrong ? 'wrong' : ''}" part="status" role="status">${this.#said()}</span>
        ${readOnly ? nothing : html`<span class="keys" id="keys">${say('playKeys')}</span>`}
        <span class="tools">
          ${readOnly ? nothing : this.#button('reset', resetIcon, this.#reset)} ${this.#copy.render()}
          ${readOnly ? nothing : this.#button('share', shareIcon, this.#share)}
        </span>
      </div>
      <div class="panes ${layout}">
        ${this.#drawPane('source', html`<div class="editor" part="editor"></div>`)}
        ${this.#drawPane('result', this.#isForeign ? html`<p class="notice">${say('cameByLink')}</p>` : nothing)}
      </div>
      ${wrong ? problemList(this.#problems, (line) => void this.#goTo(line)) : nothing}`;
  }

  updated(): void {
    const { source, src, isConnected } = this.#host;
    if (this.#state !== 'loading') {
      const isOther = this.#given.isOther;
      if (isOther) void this.#given.read();
      // What the editor shows of a page is not given by a script.
      if (!(isOther && src) && source !== null && source !== this.#editor.text) this.#given.take(source);
    }
    this.#editor.configure(this.#options(this.#editor.text));
    const parent = this.#root.querySelector('.editor');
    if (parent && isConnected) this.#editor.attach(parent, this.#root);
  }

  #drawPane(name: Pane, content: unknown): TemplateResult {
    const isTab = this.#host.layout === 'tabs';
    return html`<div
      class="pane ${name}"
      id=${name}
      part=${name}
      role=${isTab ? 'tabpanel' : nothing}
      aria-labelledby=${isTab ? `to-${name}` : nothing}
      ?hidden=${isTab && this.#pane !== name}
    >
      ${content}
    </div>`;
  }

  #button(name: 'reset' | 'share', icon: TemplateResult, press: () => void): TemplateResult {
    const words = say(name === 'reset' ? 'playReset' : 'playShare');
    return html`<button class="icon-button" part=${name} type="button" aria-label=${words} title=${words} @click=${press}>${icon}</button>`;
  }

  #said(): string {
    const { length } = this.#problems;
    return length === 0 ? this.#status : say('problemCount', { count: length });
  }

  #options(text: string): EditorOptions {
    const { readOnly } = this.#host;
    return {
      language: this.#languages?.[isScript(text) ? 'script' : 'html'] ?? [],
      completion: [],
      editable: !readOnly,
      numbers: true,
      wraps: true,
      attributes: {
        'aria-label': say('playSource'),
        ...(readOnly ? { 'aria-readonly': 'true', tabindex: '0' } : { 'aria-describedby': 'keys' }),
      },
    };
  }

  async #load(): Promise<void> {
    try {
      const [page, script] = await Promise.all([loadLanguage('html'), loadLanguage('javascript')]);
      this.#languages = { html: page as LanguageSupport, script: script as LanguageSupport };
    } catch (error) {
      return this.#complain((error as Error).message);
    }
    await parsed();
    this.#state = 'opening';
    if (this.#host.isConnected) this.#given.watch();
    await this.#given.read();
    await this.#readLink();
    this.#state = 'open';
    if (this.#given.original !== null && !this.#isForeign) this.#run();
  }

  /** Shows a source that the page gives, and runs it. */
  #show(source: string): void {
    this.#complain('');
    this.#isForeign = false;
    this.#editor.write(source);
    this.#host.source = source;
    this.#run();
  }

  /** Shows the source that the page's address holds. What it does is for the reader to allow. */
  async #readLink(): Promise<void> {
    try {
      const source = await sharedSource(this.#name);
      if (source === null || source === this.#editor.text || this.#host.readOnly) return;
      this.#given.original ??= source;
      this.#complain('');
      this.#stage.close();
      this.#isForeign = true;
      this.#tell(null);
      this.#replace(source);
      this.#open('source');
    } catch (error) {
      this.#complain((error as Error).message);
    }
  }

  /** By which a link names this playground: its id, or its place in the page. */
  get #name(): string {
    return this.#host.id || String([...document.querySelectorAll(this.#host.localName)].indexOf(this.#host));
  }

  #edited(source: string): void {
    this.#status = say('sourceEdited');
    this.#host.edit(source);
  }

  #replace(source: string): void {
    this.#editor.replace(source);
    this.#host.source = source;
  }

  #run(): void {
    const place = this.#root.getElementById('result');
    if (!this.#languages || !place || this.#state !== 'open' || !this.#host.isConnected) return;
    const { parser } = this.#languages.script.language;
    const { library } = this.#host;
    this.#isForeign = false;
    this.#tell(null);
    if (this.#hasRun) this.#status = say('startedAnew');
    this.#hasRun = true;
    this.#open('result');
    this.#stage.run(place, { source: this.#editor.text, base: this.#given.base, library, parser });
  }

  /** Tells one more problem; of none, that there are none any more. */
  #tell(problem: Problem | null): void {
    const isKnown = this.#problems.some(({ message }) => message === problem?.message);
    if (problem && (isKnown || this.#problems.length >= MOST_PROBLEMS)) return;
    this.#problems = problem ? [...this.#problems, problem] : [];
    this.#editor.change(showing(this.#problems));
    this.#host.requestUpdate();
  }

  #complain(words: string): void {
    if (words || this.#host.message === this.#complaint) this.#host.message = words;
    this.#complaint = words;
  }

  #reset = (): void => {
    this.#replace(this.#given.original ?? '');
    this.#run();
    this.#status = say('sourceReset');
  };

  #share = async (): Promise<void> => {
    const { url, words } = await linkTo(this.#name, this.#editor.text);
    this.#status = words;
    if (url) {
      history.replaceState(history.state, '', url);
      await navigator.clipboard.writeText(url).catch(() => (this.#status = say('linkNotCopied')));
    }
    this.#host.requestUpdate();
  };

  #open = (pane: Pane, byKey = false): void => {
    this.#pane = pane;
    this.#host.requestUpdate();
    if (byKey) void this.#host.updateComplete.then(() => this.#root.getElementById(`to-${pane}`)?.focus());
  };

  async #goTo(line: number): Promise<void> {
    this.#open('source');
    await this.#host.updateComplete;
    this.#editor.goTo(line);
  }
}
