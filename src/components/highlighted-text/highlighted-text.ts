/** @file `<riv-highlighted-text>`: a text whose parts are marked with labels or scores. */

import { property } from 'lit/decorators.js';
import type { EditEvents, TYPES } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import type { Input } from '../../shared/protocol.ts';
import { jsonConverter } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { type FieldHands, LazyField } from '../field/lazy-field.ts';
import { type HighlightedValue, type Token, tokensOf } from './tokens.ts';

interface HighlightedEvents extends EditEvents<HighlightedValue> {
  select: CustomEvent<{ index: number; value: Token }>;
}

/**
 * A text whose parts are marked: with labels, each in a colour of its own, or with scores from -1 to 1, as shades of two.
 * Where it may be edited the user selects a part and gives it a label.
 *
 * @input A list of `[text, label or score or null]`, the whole text in its order; `null` when it is empty.
 * @output The same, or `{ text, entities: [{ entity, start, end }] }`: entities within the text, none over another.
 * @event input - The user marked a part, or took a mark away.
 * @event change - The text or its marks changed, by the user or by a handler.
 * @event select - The user chose a piece: `{ index, value }`, its place and `[text, mark]`.
 * @csspart surface - The frame.
 * @csspart text - The text.
 * @csspart mark - Each marked part.
 * @csspart category - Each label within the text.
 * @csspart legend - The labels and their colours, or the scale of the scores.
 * @csspart entry - Each label in the legend.
 * @csspart label-bar - Where the user labels what is selected.
 * @csspart button - Each button there.
 */
@element('riv-highlighted-text', { shortcuts: { highlight: {} } })
export class RivHighlightedText extends LazyField<HighlightedValue> {
  declare readonly [TYPES]: {
    input: Token[] | null;
    /** Lists of which TypeScript does not know the order are taken, too. */
    output: NonNullable<HighlightedValue> | readonly (readonly (string | number | null)[])[];
    events: HighlightedEvents;
  };
  static override events = ['change', 'input', 'select'];
  static override kind = 'Highlighted Text';

  /** `[[text, label or score or null], …]` or `{ text, entities: [{ entity, start, end }] }`; `null` is none. */
  @property({ converter: jsonConverter }) value: HighlightedValue = null;
  /** CSS colours by label, `{ "person": "#f00" }`; each other label has one of its own. */
  @property({ type: Object }) colorMap: Record<string, string> | null = null;
  /** Shows the labels and their colours, or the scale of the scores, above the text instead of in it. */
  @property({ type: Boolean }) showLegend = false;
  /** False leaves out the labels in the text; where it may be edited they are always there. */
  @property({ type: Boolean }) showInlineCategory = true;
  /** Makes one piece of pieces beside each other that have the same mark. */
  @property({ type: Boolean }) combineAdjacent = false;
  /** What stands between pieces that are made one. */
  @property() adjacentSeparator = '';
  /** False strips the space around each piece. */
  @property({ type: Boolean }) showWhitespaces = true;
  /** True writes from right to left. */
  @property({ type: Boolean }) rtl = false;
  /** Pixels; what is higher scrolls. */
  @property({ type: Number }) maxHeight = 500;

  constructor(options?: Options<RivHighlightedText>) {
    super(options);
  }

  /** @internal */
  get tokens(): Token[] {
    return this.#tokensOf(this.value ?? []);
  }

  protected override accept(given: unknown): HighlightedValue {
    if (given === null || given === undefined) return null;
    this.#tokensOf(given);
    return given as HighlightedValue;
  }

  protected override differs(a: HighlightedValue, b: HighlightedValue): boolean {
    return a !== b;
  }

  protected override asInput(value: HighlightedValue): Input {
    return { kind: 'value', value: value && this.#tokensOf(value) };
  }

  #tokensOf(value: unknown): Token[] {
    return tokensOf(value, (came, expected) => this.refuse(came, expected));
  }

  /** No `for` can point to the text. */
  protected override renderLabel(): unknown {
    return this.renderGroupLabel();
  }

  protected override async loadView(root: ShadowRoot, hands: FieldHands<HighlightedValue>) {
    const { HighlightedView } = await lazy(() => import('./highlighted-view.ts'));
    return new HighlightedView(this, root, hands);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-highlighted-text': RivHighlightedText;
  }
  interface RivuletShortcuts {
    'highlighted-text': RivHighlightedText;
    highlight: RivHighlightedText;
  }
}
