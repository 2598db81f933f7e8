/** @file `<riv-server-note>`: says where the inputs of an app go. */

import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles } from '../../components/styles/base.styles.ts';
import { say } from '../../words/apps.ts';

/** A line at the end of an app: where what is entered is sent. */
export class RivServerNote extends LitElement {
  static override styles = [
    ...baseStyles,
    css`
      :host {
        display: block;
      }
      p {
        margin: calc(var(--_space) * 2) 0 0;
        color: var(--_text-muted);
        font-size: 0.85em;
        overflow-wrap: anywhere;
      }
      a {
        color: inherit;
      }
    `,
  ];

  /** Spaces and URLs, as the handlers name them. */
  @property({ attribute: false }) places: readonly string[] = [];

  protected override render(): unknown {
    const links = this.places.map((place, at) => {
      const { href, name } = linkOf(place);
      return html`${at ? ', ' : ''}<a href=${href} target="_blank" rel="noopener noreferrer">${name}</a>`;
    });
    return html`<p part="note">${say('sentTo')} ${links}</p>`;
  }
}

/** Where a reader finds out more about a place, and what it is called. */
function linkOf(place: string): { href: string; name: string } {
  if (/^[\w.-]+\/[\w.-]+$/.test(place) && !place.startsWith('.'))
    return { href: `https://huggingface.co/spaces/${place}`, name: place };
  if (!URL.canParse(place, document.baseURI)) return { href: '#', name: place };
  const { href, host, protocol } = new URL(place, document.baseURI);
  return { href: /^https?:$/.test(protocol) ? href : '#', name: host || place };
}

/** Has an app say where its inputs go; of no place it says nothing. */
export function note(app: HTMLElement, places: readonly string[]): void {
  const old = app.shadowRoot?.querySelector('riv-server-note');
  if (!places.length) return old?.remove();
  const shown = old ?? document.createElement('riv-server-note');
  shown.places = places;
  if (!old) app.shadowRoot?.append(shown);
}

// No element of a page's own, and so without what `element` adds.
if (!customElements.get('riv-server-note')) customElements.define('riv-server-note', RivServerNote);

declare global {
  interface HTMLElementTagNameMap {
    'riv-server-note': RivServerNote;
  }
}
