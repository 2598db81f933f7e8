/** @file The view of a HighlightedText: legend, text, and what labels a part of it. */

import { type ReactiveController, type TemplateResult, adoptStyles, html, nothing, svg } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { FieldHands, FieldView } from '../field/lazy-field.ts';
import { icon } from '../parts/icons.ts';
import { arrange } from './arrange.ts';
import { Colours } from './colours.ts';
import type { HighlightedHost } from './highlighted-host.ts';
import { highlightedStyles } from './highlighted.styles.ts';
import { renderLabelBar } from './label-bar.ts';
import { renderLegend } from './legend.ts';
import { type TextSpan, mark, tokenAt } from './marking.ts';
import { type TextBlock, type TextPiece, blocksOf, drawable } from './pieces.ts';
import { Selecting } from './selecting.ts';
import type { HighlightedValue, TextMark, Token } from './tokens.ts';
import { say } from '../../words/text.ts';

/** What is drawn at first, and each time that the reader comes near the end. */
const STEP = 60_000;

/** Highlighter. From lucide, as those of `icons.ts`. */
const markerIcon = icon(
  svg`<path d="m9 11-6 6v3h9l3-3"/><path d="m22 12-4.6 4.6a2 2 0 0 1-2.8 0l-5.2-5.2a2 2 0 0 1 0-2.8L14 4"/>`,
);

/** What follows from a value and the options of its pieces. */
interface Reading {
  of: unknown[];
  tokens: readonly Token[];
  text: string;
  blocks: TextBlock[];
  labels: string[];
  scores: boolean;
}

/** What is seen and pressed of a HighlightedText. */
export class HighlightedView implements FieldView, ReactiveController {
  readonly #host: HighlightedHost;
  readonly #root: ShadowRoot;
  readonly #hands: FieldHands<HighlightedValue>;
  readonly #colours = new Colours();
  readonly #selecting: Selecting;
  #reading: Reading = { of: [], tokens: [], text: '', blocks: [], labels: [], scores: false };
  #budget = STEP;
  #sight: IntersectionObserver | null = null;
  /** The label that is pointed at in the legend, and the one that was pressed. */
  #lit: string | null = null;
  #held: string | null = null;

  constructor(host: HighlightedHost, root: ShadowRoot, hands: FieldHands<HighlightedValue>) {
    adoptStyles(root, [...root.adoptedStyleSheets, highlightedStyles]);
    this.#host = host;
    this.#root = root;
    this.#hands = hands;
    this.#selecting = new Selecting(root, () => host.requestUpdate());
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#sight?.disconnect();
    this.#sight = null;
    this.#selecting.stop();
  }

  render(): TemplateResult {
    const { value, editable, showLegend, rtl, maxHeight } = this.#host;
    const { text, labels, scores } = this.#read();
    const styleOf = (label: string) => this.#styleOf(label);
    const empty = value === null || text === '';
    return html`<div class="surface" part="surface" dir=${rtl ? 'rtl' : nothing}>
      ${
        showLegend && !empty
          ? renderLegend({
              labels,
              scores,
              held: this.#held,
              styleOf,
              point: (label) => this.#point(label),
              press: (label) => this.#hold(label),
            })
          : nothing
      }
      <div class="scroll" .style=${`max-height: ${maxHeight}px`}>
        ${empty ? html`<div class="nothing">${markerIcon}<span>${say('nothingYet')}</span></div>` : this.#renderText()}
      </div>
      ${editable && !empty ? this.#renderBar() : nothing}
    </div>`;
  }

  updated(): void {
    const { editable, isConnected } = this.#host;
    const region = this.#root.getElementById('control');
    if (!isConnected) return;
    this.#selecting.follow(editable ? region : null, this.#reading.text);
    this.#sight?.disconnect();
    const more = this.#root.querySelector('.more');
    if (!more) return;
    this.#sight ??= new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#grow(),
      { root: this.#root.querySelector('.scroll'), rootMargin: '600px' },
    );
    this.#sight.observe(more);
  }

  #read(): Reading {
    const { value, combineAdjacent, adjacentSeparator, showWhitespaces } = this.#host;
    const of = [value, combineAdjacent, adjacentSeparator, showWhitespaces];
    if (of.every((each, at) => each === this.#reading.of[at])) return this.#reading;
    const tokens = arrange(this.#host.tokens, this.#host);
    const marks = new Set(tokens.map(([, each]) => each));
    const labels = [...marks].filter((each) => typeof each === 'string');
    this.#colours.note(new Set(labels));
    const text = tokens.map(([each]) => each).join('');
    if (text !== this.#reading.text) this.#selecting.forget();
    const scores = [...marks].some((each) => typeof each === 'number');
    this.#reading = { of, tokens, text, blocks: blocksOf(tokens), labels, scores };
    return this.#reading;
  }

  #styleOf(name: TextMark): string {
    return this.#colours.styleOf(name, this.#host.colorMap);
  }

  #renderText(): TemplateResult {
    const { editable, showLegend, showInlineCategory, colorMap, label, container } = this.#host;
    const { blocks, text } = this.#reading;
    const parts = drawable(blocks, this.#budget);
    const last = parts.at(-1)?.at(-1);
    const drawn = last ? last.at + last.text.length : 0;
    const inline = editable || (showInlineCategory && !showLegend);
    const lit = this.#lit ?? this.#held;
    const named = Boolean(label && container);
    return html`<div
        id="control"
        class="text ${lit === null ? '' : 'lit'}"
        part="text"
        role=${editable ? 'textbox' : 'group'}
        tabindex="0"
        aria-multiline=${editable ? 'true' : nothing}
        aria-readonly=${editable ? 'true' : nothing}
        aria-labelledby=${named ? 'label' : nothing}
        aria-label=${named ? nothing : this.#hands.name}
        aria-describedby=${this.#hands.describedBy}
        aria-description=${editable ? say('wordKeys') : say('markKeys')}
        @click=${this.#click}
        @keydown=${this.#key}
      >${parts.map((pieces, at) =>
        guard(
          [blocks[at], pieces.length, editable, inline, lit, colorMap],
          () =>
            html`<div class="block">${pieces.map((piece) => this.#renderPiece(piece, inline, lit))}</div>`,
        ),
      )}</div>
      ${
        drawn < text.length
          ? html`<button class="button more" part="button" type="button" @click=${() => this.#grow()}>
              ${say('showCharacters', { count: drawn, total: text.length })}
            </button>`
          : nothing
      }`;
  }

  #renderPiece(
    { text, mark: name, at, token, last }: TextPiece,
    inline: boolean,
    lit: string | null,
  ): TemplateResult {
    if (name === null) return html`<span class="words" data-at=${at} .textContent=${text}></span>`;
    const shown = inline && typeof name === 'string';
    const words = html`<span class="words" data-at=${at} .textContent=${text}></span>${
      last
        ? html`<span class=${shown ? 'category' : 'visually-hidden'} part=${shown ? 'category' : nothing}>${name}</span>`
        : nothing
    }`;
    const kind = `mark ${lit === name ? 'on' : ''} ${typeof name === 'number' ? 'score' : ''}`;
    const hint = shown ? nothing : String(name);
    return this.#host.editable
      ? html`<span class=${kind} part="mark" title=${hint} .style=${this.#styleOf(name)}>${words}</span>`
      : html`<span
          class=${kind}
          part="mark"
          role="button"
          tabindex="-1"
          title=${hint}
          data-token=${token}
          .style=${this.#styleOf(name)}
        >${words}</span>`;
  }

  #renderBar(): TemplateResult {
    const { tokens, text, labels, scores } = this.#reading;
    const { span } = this.#selecting;
    const at = span && tokenAt(tokens, span.from);
    const whole = at && at.from === span.from && at.to === span.to ? tokens[at.index]![1] : null;
    const known = [...new Set([...Object.keys(this.#host.colorMap ?? {}), ...labels])];
    return renderLabelBar({
      text: span && text.slice(span.from, span.to),
      mark: whole,
      marked: span !== null && isMarked(tokens, span),
      scores: scores && known.length === 0,
      labels: known,
      styleOf: (label) => this.#styleOf(label),
      give: (name) => this.#give(name),
      leave: () => this.#leave(),
    });
  }

  #grow(): void {
    this.#budget += STEP;
    this.#host.requestUpdate();
  }

  #point(label: string | null): void {
    this.#lit = label;
    this.#host.requestUpdate();
  }

  #hold(label: string): void {
    this.#held = this.#held === label ? null : label;
    this.#host.requestUpdate();
  }

  #give(name: TextMark | null): void {
    const { span } = this.#selecting;
    if (!span) return;
    const marked = mark(this.#reading.tokens, span, name);
    this.#leave();
    this.#hands.commit(marked);
  }

  /** Back to the text, with nothing selected. */
  #leave(): void {
    this.#selecting.choose(null);
    this.#root.getElementById('control')?.focus({ preventScroll: true });
  }

  #click = (event: Event): void => {
    const { tokens } = this.#reading;
    const words = (event.target as Element).closest('.words, .mark');
    const first = words?.matches('.words') ? words : words?.querySelector('.words');
    if (!first || this.#selecting.isDragged()) return;
    const found = tokenAt(tokens, Number((first as HTMLElement).dataset.at));
    if (!found) return;
    const [, name] = tokens[found.index]!;
    if (this.#host.editable) this.#selecting.choose(name === null ? null : found);
    this.#hands.emit('select', { index: found.index, value: tokens[found.index] });
  };

  #key = (event: KeyboardEvent): void => {
    if (this.#host.editable) return this.#selectByKey(event);
    const { key, target } = event;
    if ((key === 'Enter' || key === ' ') && (target as Element).matches('.mark')) {
      event.preventDefault();
      return (target as HTMLElement).click();
    }
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const marks = [...this.#root.querySelectorAll<HTMLElement>('.mark')];
    const at = marks.indexOf(target as HTMLElement);
    const next = marks[at < 0 ? (step > 0 ? 0 : marks.length - 1) : at + (this.#host.rtl ? -step : step)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  #selectByKey(event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    const arrows: Record<string, 1 | -1> = {
      ArrowRight: this.#host.rtl ? -1 : 1,
      ArrowLeft: this.#host.rtl ? 1 : -1,
    };
    const { span } = this.#selecting;
    if (arrows[key]) this.#selecting.step(arrows[key], shiftKey);
    else if (key === 'Enter' && span) this.#root.querySelector<HTMLInputElement>('.bar input')?.focus();
    else if ((key === 'Delete' || key === 'Backspace') && span && isMarked(this.#reading.tokens, span))
      this.#give(null);
    else if (key === 'Escape' && span) this.#leave();
    else return;
    event.preventDefault();
  }
}

/** True where some of a part of the text is marked. */
function isMarked(tokens: readonly Token[], { from, to }: TextSpan): boolean {
  let at = 0;
  return tokens.some(([text, name]) => {
    const start = at;
    at += text.length;
    return name !== null && start < to && at > from;
  });
}
