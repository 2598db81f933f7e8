/** @file The small buttons of a plot. */

import { type TemplateResult, html, nothing } from 'lit';
import { save } from '../media-frame/export.ts';
import { downloadIcon, maximizeIcon, minimizeIcon } from '../parts/media-icons.ts';
import { tableIcon } from './icons.ts';
import { say } from '../../words/plot.ts';

/** What the buttons do. */
interface Actions {
  /** True while the table is listed. */
  listed: boolean;
  /** True while the plot covers the window. */
  expanded: boolean;
  /** What files are called. */
  name: string;
  list(): void;
  expand(): void;
  file(type: string): Promise<Blob | null>;
}

const FILES = { png: 'image/png', svg: 'image/svg+xml' };

/** Draws the buttons that a page asks for by name; its own stand in a row of the base. */
export function renderTools(buttons: readonly (string | Node)[], act: Actions): TemplateResult {
  const has = (name: string) => buttons.includes(name);
  const [resize, resizeIcon] = act.expanded
    ? [say('exitFullscreen'), minimizeIcon]
    : [say('fullscreen'), maximizeIcon];
  const files = (Object.keys(FILES) as (keyof typeof FILES)[]).filter((kind) => has(kind) || has('download'));
  return html`<div class="tools">
    ${files.map(
      (kind) => html`<button
        class="icon-button file"
        part="button"
        aria-label=${say('downloadKind', { kind: kind.toUpperCase() })}
        title=${say('downloadKind', { kind: kind.toUpperCase() })}
        @click=${() => download(kind, act)}
      >${downloadIcon}<span>${kind.toUpperCase()}</span></button>`,
    )}
    ${
      has('table')
        ? html`<button class="icon-button" part="button" aria-label=${say('tableData')} title=${say('tableData')} aria-expanded=${act.listed} @click=${act.list}>${tableIcon}</button>`
        : nothing
    }
    ${
      has('fullscreen') || act.expanded
        ? html`<button class="icon-button" part="button" aria-label=${resize} title=${resize} @click=${act.expand}>${resizeIcon}</button>`
        : nothing
    }
  </div>`;
}

async function download(kind: keyof typeof FILES, { file, name }: Actions): Promise<void> {
  const blob = await file(FILES[kind]);
  if (blob)
    save(
      blob,
      `${
        name
          .replace(/[^\p{L}\p{N}]+/gu, '-')
          .replace(/^-|-$/g, '')
          .toLowerCase() || 'plot'
      }.${kind}`,
    );
}
