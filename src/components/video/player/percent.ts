/** @file Says how far something is, in percent. */

import { type TemplateResult, html, nothing } from 'lit';

/** How far something is, behind its name: ` 40 %`; nothing while it has not begun. Not read out each time. */
export const percent = (part: number): TemplateResult | typeof nothing =>
  part > 0 ? html`<span aria-hidden="true"> ${Math.floor(part * 100)} %</span>` : nothing;
