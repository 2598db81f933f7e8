/** @file `<riv-playground>`: an app beside its source, which can be edited and run. */

import { type CSSResultGroup, type TemplateResult, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { oneOf, textConverter } from '../../components/base/attributes.ts';
import { element } from '../../components/base/element.ts';
import { LazyView } from '../../components/base/lazy-view.ts';
import type { Options } from '../../components/base/options.ts';
import { PlainElement } from '../../components/base/plain.ts';
import { baseStyles } from '../../components/styles/base.styles.ts';
import type { EventTypes, TYPES } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import { Scheme, schemeStyles } from '../scheme.ts';
import type { PlaygroundLayout } from './playground-host.ts';
import type { PlaygroundView } from './playground-view.ts';

interface PlaygroundEvents {
  input: CustomEvent<{ source: string }>;
  run: CustomEvent;
}

/**
 * An app beside its source, in an editor: edit it, run it, share it by a link that holds the source. The app stands in a
 * `<template>`, or in a page that `src` names. Editor and app are loaded when they come into view.
 *
 * @event input - The user edited the source; `detail.source` is it.
 * @event run - The app was started anew.
 * @csspart playground - The frame around all.
 * @csspart bar - The line with the buttons.
 * @csspart run - The button Run.
 * @csspart status - What was done last.
 * @csspart reset - The button that brings back the source as it was.
 * @csspart copy - The button that copies the source.
 * @csspart share - The button that makes a link.
 * @csspart source - What is around the editor.
 * @csspart editor - The editor.
 * @csspart result - What is around the app.
 * @csspart frame - The frame in which the app runs.
 * @csspart problems - The list of what went wrong.
 */
@element('riv-playground')
export class RivPlayground extends PlainElement {
  declare readonly [TYPES]: EventTypes<PlaygroundEvents>;
  static override styles: CSSResultGroup = [
    ...baseStyles,
    schemeStyles,
    css`
      section {
        min-height: 20rem;
      }
    `,
  ];
  static override events = ['input', 'run'];

  /** The page whose source is shown: a URL relative to the page. HTML, or a script. */
  @property() src = '';
  /** The source as it stands. Set from script, it takes the place of what the template or `src` gives. */
  @property({ attribute: false, converter: textConverter }) source: string | null = null;
  /** How source and result lie: beside each other, where there is room; one below the other; one at a time. */
  @property({ reflect: true, converter: oneOf('side', 'stacked', 'tabs') }) layout: PlaygroundLayout = 'side';
  /** Shows source and result, and lets nobody edit. */
  @property({ type: Boolean }) readOnly = false;
  /** Colours; those that suit the page around when empty. */
  @property({ reflect: true }) theme: 'light' | 'dark' | '' = '';
  /** Names the playground for screen readers. */
  @property() label = '';
  /** URL of `rivulet.js` for the app, where the page has the library out of a bundle. */
  @property() library = '';

  /** A sentence about what is wrong. @internal */
  @property({ attribute: false }) message = '';

  protected readonly scheme = new Scheme(this);
  readonly #lazyView = new LazyView<PlaygroundView>(this, async (root) => {
    await new Promise<void>((resolve) => {
      const observer = new IntersectionObserver(
        (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
          observer.disconnect();
          resolve();
        },
        { rootMargin: '200px' },
      );
      observer.observe(this);
    });
    const { PlaygroundView } = await lazy(() => import('./playground-view.ts'));
    return new PlaygroundView(this, root);
  });

  constructor(options?: Options<RivPlayground>) {
    super(options);
  }

  /** @internal */
  edit(source: string): void {
    this.source = source;
    this.emit('input', { source });
  }

  /** @internal */
  ran(): void {
    this.emit('run');
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    this.#lazyView.view?.updated();
  }

  protected override render(): TemplateResult {
    const { view } = this.#lazyView;
    return html`<section part="playground" aria-label=${this.label || view?.name || nothing}>${view?.render()}</section>
      ${this.message ? html`<div class="message" role="alert">${this.message}</div>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-playground': RivPlayground;
  }
}
