/** @file The base of components that only show. */

import { type TemplateResult, html, nothing } from 'lit';
import { RivElement } from '../base/base.ts';
import { displayStyles } from './display.styles.ts';
import { say } from '../../words/core.ts';

/** A component that only shows: its label names a group, since there is no control to name. */
export abstract class DisplayElement<T> extends RivElement<T> {
  static override styles = [...RivElement.styles, ...displayStyles];

  protected override renderLabel(): unknown {
    if (!this.label || !this.container) return nothing;
    return html`<div class="label ${this.showLabel ? '' : 'visually-hidden'}" part="label" aria-hidden="true">${this.label}</div>`;
  }

  /** The status stands on the surface, not on its label. */
  protected override render(): unknown {
    return this.visible === false ? nothing : this.renderFrame();
  }

  protected override renderFrame(): TemplateResult {
    return html`<div class="field">
      ${this.renderLabel()}
      <div class="surface">${this.renderControl()}${this.renderStatus()}</div>
      ${this.renderOwn()}
      ${this.info ? html`<div class="info" part="info">${this.info}</div>` : nothing}
      ${this.renderMessage()}
    </div>`;
  }

  /** The surface while there is nothing to show. */
  protected renderNothing(icon: TemplateResult): TemplateResult {
    return html`<div class="nothing">${icon}<span>${say('nothingYet')}</span></div>`;
  }
}
