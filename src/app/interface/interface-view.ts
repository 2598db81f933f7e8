/** @file The view of an Interface: its texts, columns, buttons and examples. */

import { html, nothing } from 'lit';
import '../../layout/accordion.ts';
import '../../layout/column.ts';
import '../../layout/row.ts';
import '../examples/examples.ts';
import { flagsView } from '../flags/flags-view.ts';
import type { CallTypes } from '../driving/call-types.ts';
import { article } from './article.ts';
import type { InterfaceProperties } from './interface-properties.ts';
import type { InterfaceParts } from './placement.ts';
import type { RunButtons } from './run-buttons.ts';
import { sayUsual } from '../../words/core.ts';

/** An Interface, as far as it is drawn. */
interface ViewedInterface extends InterfaceProperties<CallTypes> {
  clear(): void;
  /** Called when an example was picked. */
  onExample(picked: { index: number; value: unknown[] }): void;
  /** The button that copies a link, where there is one. */
  readonly linkButton: unknown;
}

/** Draws an Interface; its inputs and outputs stand in the slots. Examples fill all inputs at once in `together`. */
export function interfaceView(
  app: ViewedInterface,
  parts: InterfaceParts,
  runButtons: RunButtons,
  together: (work: () => void) => void,
): unknown {
  const { inputs, additional, kind } = parts;
  const both = kind === 'unified';
  const buttons = (flags: boolean) => html`<div class="buttons" part="buttons">
    ${
      !app.clearLabel
        ? nothing
        : html`<button class="button" part="button" id="clear" type="button" @click=${() => app.clear()}>${sayUsual('clear', app.clearLabel)}</button>`
    }
    ${runButtons.view(kind === 'output-only')} ${app.linkButton} ${flags ? flagsView(app, parts) : nothing}
  </div>`;
  // The empty title ends the search of the browser for a tooltip.
  return html`<div class="app" part="app" title="">
    <slot ?hidden=${app.isReady}></slot>
    ${app.title ? html`<h1 class="heading" part="heading">${app.title}</h1>` : nothing}
    <slot name="description">
      ${app.description ? html`<riv-markdown part="description" .container=${false} .value=${app.description}></riv-markdown>` : nothing}
    </slot>
    <riv-row part="columns">
      ${
        kind === 'output-only'
          ? nothing
          : html`<riv-column part="column">
            <slot name="input"></slot><slot name="both"></slot>
            ${
              additional.length > 0
                ? html`<riv-accordion part="additional" .label=${sayUsual('additionalInputs', app.additionalInputsLabel)} .open=${false}>
                  <slot name="additional"></slot>
                </riv-accordion>`
                : nothing
            }
            ${buttons(both)}
          </riv-column>`
      }
      ${
        both || kind === 'input-only'
          ? nothing
          : html`<riv-column part="column">
            <slot name="output"></slot>
            ${kind === 'output-only' ? buttons(true) : flagsView(app, parts)}
          </riv-column>`
      }
    </riv-row>
    ${
      app.examples?.length
        ? html`<riv-examples
          .examples=${app.examples}
          .inputs=${inputs}
          .perPage=${app.examplesPerPage}
          .labels=${app.exampleLabels}
          .together=${together}
          @select=${(event: CustomEvent<{ index: number; value: unknown[] }>) => app.onExample(event.detail)}
        ></riv-examples>`
        : nothing
    }
    <slot name="article" ?hidden=${app.examples?.length && !app.isReady}>
      ${app.article ? html`<riv-markdown part="article" .container=${false} .value=${article(app.article, app)}></riv-markdown>` : nothing}
    </slot>
  </div>`;
}
