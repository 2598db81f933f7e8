/** @file `<riv-walkthrough>`: steps, one after the other. */

import { html } from 'lit';
import type { Options } from '../../components/base/base.ts';
import { element } from '../../components/base/element.ts';
import { checkIcon } from '../../components/parts/icons.ts';
import type { Page } from './page.ts';
import { Pages } from './pages.ts';
import { styles } from './walkthrough.styles.ts';
import { say } from '../../words/core.ts';

/**
 * Steps, one after the other. A handler goes on, by `ctx.update({ selected })`; the reader can go back to steps that are
 * done, not ahead.
 *
 * @slot - The `riv-step`s.
 * @event select - The user went back to a step. `detail`: `{ value, index, id }`, the label, the place from 0, the step's id.
 * @event change - Another step is shown than before, by the user or a handler. `detail` as in `select`.
 * @csspart bar - The list of steps.
 * @csspart step - One step in it.
 */
@element('riv-walkthrough')
export class RivWalkthrough extends Pages {
  static override styles = styles;

  constructor(options?: Options<RivWalkthrough> | Node, ...children: Node[]) {
    super(options, ...children);
  }

  protected override renderBar(): unknown {
    const steps = this.tabs.filter((step) => step.visible === true);
    const now = steps.indexOf(this.current as Page);
    return html`<ol class="steps" part="bar">
      ${steps.map(
        (step, at) => html`<li class=${at < now ? 'done' : at === now ? 'now' : 'later'}>
          <button
            type="button"
            part="step"
            aria-current=${at === now ? 'step' : 'false'}
            ?disabled=${at > now || !step.interactive}
            @click=${() => this.choose(step)}
          >
            <span class="mark" aria-hidden="true">${at < now ? checkIcon : at + 1}</span>
            <span class="name">${step.label || say('step', { number: at + 1 })}</span>
          </button>
        </li>`,
      )}
    </ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-walkthrough': RivWalkthrough;
  }
}
