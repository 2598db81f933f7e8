/** @file The base of fields whose control is drawn by a view that is loaded later. */

import type { LitElement, PropertyValues, TemplateResult } from 'lit';
import { html, type nothing } from 'lit';
import { LazyView } from '../base/lazy-view.ts';
import { RivField } from './field.ts';

/** What a view needs of the field that it draws. */
export interface FieldHost<T> extends LitElement {
  value: T;
  message: string;
  readonly editable: boolean;
  /** False disables the control. */
  readonly interactive: boolean | undefined;
}

/** What a field lets its view do: only the view is given it. */
export interface FieldHands<T> {
  /** Takes the user's edit: fires `input`, then `change`. */
  commit(value: T): void;
  emit(name: string, detail?: unknown): void;
  /** `aria-label` of the control. */
  readonly spokenName: string | typeof nothing;
  /** `aria-describedby` of the control. */
  readonly describedBy: string | typeof nothing;
  /** What the field is called in messages. */
  readonly name: string;
}

/** Draws the control of a field. */
export interface FieldView {
  render(): unknown;
  /** Called after each drawing. */
  updated?(changed: PropertyValues): void;
}

/** A field whose control is drawn by a view, which is loaded when the field is first in a page. */
export abstract class LazyField<T> extends RivField<T> {
  protected readonly lazyView: LazyView<FieldView> = new LazyView<FieldView>(this, (root) =>
    this.loadView(root, this.#hands()),
  );

  /** Loads the view; it puts its styles into `root`. */
  protected abstract loadView(root: ShadowRoot, hands: FieldHands<T>): Promise<FieldView>;

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.lazyView.settled();
    return super.getUpdateComplete();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.visible !== false) this.lazyView.view?.updated?.(changed);
  }

  protected override renderControl(): unknown {
    return this.lazyView.view?.render() ?? this.renderWaiting();
  }

  /** Keeps the room of the control until its view is there. */
  protected renderWaiting(): TemplateResult {
    return html`<div class="box"></div>`;
  }

  #hands(): FieldHands<T> {
    const field = this;
    return {
      commit: (value) => field.commit(value),
      emit: (name, detail) => field.emit(name, detail),
      get spokenName() {
        return field.spokenName;
      },
      get describedBy() {
        return field.describedBy;
      },
      get name() {
        return field.accessibleName;
      },
    };
  }
}
