/** @file Draws a ChatInterface: its title, the conversation, what stands beside and under it. */

import { type TemplateResult, adoptStyles, html, nothing } from 'lit';
import '../../layout/accordion.ts';
import type { ChatAppHost } from './chat-app-host.ts';
import { chatAppStyles } from './chat-app.styles.ts';
import type { ChatExtras } from './chat-extras.ts';
import { sayUsual } from '../../words/core.ts';

/** Draws what is around the parts. @param asksMore - True where there are additional inputs. */
export function chatAppView(
  host: ChatAppHost,
  { panel, flags }: ChatExtras,
  asksMore: boolean,
): TemplateResult {
  const root = host.renderRoot as ShadowRoot;
  if (!root.adoptedStyleSheets.includes(chatAppStyles.styleSheet!))
    adoptStyles(root, [...root.adoptedStyleSheets, chatAppStyles]);
  const { title, description, isReady, additionalInputsLabel } = host;
  // The empty title ends the search of the browser for a tooltip.
  return html`<div class="app chat-app" part="app" title="">
    <slot ?hidden=${isReady}></slot>
    ${title ? html`<h1 class="heading" part="heading">${title}</h1>` : nothing}
    <slot name="description">
      ${description ? html`<riv-markdown part="description" .container=${false} .value=${description}></riv-markdown>` : nothing}
    </slot>
    <div class="chat-columns ${panel ? 'with-history' : ''}">
      ${panel?.render() ?? nothing}
      <div class="chat-main">
        <slot name="chatbot"></slot>
        <slot name="textbox"></slot>
        ${
          asksMore
            ? html`<riv-accordion part="additional" .label=${sayUsual('additionalInputs', additionalInputsLabel)} .open=${false}>
              <slot name="additional"></slot>
            </riv-accordion>`
            : html`<slot name="additional" hidden></slot>`
        }
        ${flags?.render() ?? nothing}
      </div>
    </div>
  </div>`;
}
