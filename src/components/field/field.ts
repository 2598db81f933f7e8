/** @file The base of form controls: how they are named, described and focused. */

import { type CSSResult, html, nothing } from 'lit';
import { baseStyles } from '../styles/base.styles.ts';
import { RivElement } from '../base/base.ts';
import { controlStyles } from '../styles/controls.styles.ts';
import { fieldStyles } from './field.styles.ts';

/** What the user picked or dropped, as the `select` event tells it. */
export interface SelectDetail {
  /** Place in the list of choices, from 0. */
  index: number;
  value: unknown;
  /** False when the choice was taken back. */
  selected: boolean;
}

/** What a control that takes the focus fires. */
export interface FocusEvents {
  focus: FocusEvent;
  blur: FocusEvent;
}

/** What the form controls share on top of every component: how they are named, described and focused. */
export abstract class RivField<T> extends RivElement<T> {
  static override styles: CSSResult[] = [...baseStyles, controlStyles, fieldStyles];

  /** The main focusable element of the control. */
  protected get control(): HTMLElement | null {
    return this.shadowRoot?.getElementById('control') ?? null;
  }

  /** Gives the control the focus; waits for the first rendering when there was none yet. */
  override focus(options?: FocusOptions): void {
    if (this.control) this.control.focus(options);
    else void this.updateComplete.then(() => this.control?.focus(options));
  }

  override blur(): void {
    (this.shadowRoot?.activeElement as HTMLElement | null)?.blur();
  }

  /** `aria-label` of the control: only where no label is rendered. */
  protected get spokenName(): string | typeof nothing {
    return this.label && this.container ? nothing : this.accessibleName;
  }

  /** `aria-describedby` of the control. */
  protected get describedBy(): string | typeof nothing {
    const ids = [this.info && 'info', this.message && 'message', this.outdated && 'stale'].filter(Boolean);
    return ids.length ? ids.join(' ') : nothing;
  }

  /** The label of a group of controls, which no `for` can point to. */
  protected renderGroupLabel(): unknown {
    if (!this.label || !this.container) return nothing;
    return html`<span class="label ${this.showLabel ? '' : 'visually-hidden'}" part="label" id="label"
      >${this.label}</span
    >`;
  }

  /** Takes the user's pick: fires `input`, `select`, then `change`. */
  protected choose(value: T, selection: SelectDetail): void {
    this.put(value);
    this.emit('input', { value });
    this.emit('select', selection);
    this.emit('change', { value });
  }
}
