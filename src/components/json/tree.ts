/** @file Draws data as a tree of native disclosures. */

import { type TemplateResult, html, nothing } from 'lit';
import { chevronRightIcon } from '../parts/icons.ts';
import { say } from '../../words/text.ts';

/** Entries of one level that are drawn; the rest is counted. */
const MOST = 500;

/** What a tree is drawn with. */
export interface TreeView {
  /** Names of the opened levels, `path.to.level`. */
  opened: ReadonlySet<string>;
  /** True numbers the entries of lists. */
  indices: boolean;
  /** Called when a level is opened or closed. */
  toggle(path: string, open: boolean): void;
}

/** Draws a value: levels are native disclosures, whose content is made when they are first opened. */
export function renderTree(
  value: unknown,
  view: TreeView,
  path = '',
  name: unknown = nothing,
): TemplateResult {
  if (typeof value !== 'object' || value === null)
    return html`<div class="leaf">${name}${renderLeaf(value)}</div>`;
  const list = Array.isArray(value);
  const entries = Object.entries(value);
  const [first, last] = list ? '[]' : '{}';
  if (entries.length === 0)
    return html`<div class="leaf">${name}<span class="mark">${first}${last}</span></div>`;
  const open = view.opened.has(path);
  const count = `${entries.length} ${list ? 'item' : 'key'}${entries.length === 1 ? '' : 's'}`;
  return html`<details
    .open=${open}
    @toggle=${(event: Event) => view.toggle(path, (event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary>${chevronRightIcon}${name}<span class="mark">${first} ${open ? nothing : html`${count} ${last}`}</span></summary>
    ${
      open
        ? entries
            .slice(0, MOST)
            .map(([key, item]) => renderTree(item, view, `${path}.${key}`, nameOf(key, list, view)))
        : nothing
    }
    ${open && entries.length > MOST ? html`<div class="leaf mark">${say('more', { count: entries.length - MOST })}</div>` : nothing}
    ${open ? html`<div class="leaf mark last">${last}</div>` : nothing}
  </details>`;
}

function nameOf(key: string, list: boolean, { indices }: TreeView): unknown {
  if (!list) return html`<span class="key">${key}</span><span class="mark">: </span>`;
  return indices ? html`<span class="index">${key}: </span>` : nothing;
}

function renderLeaf(value: unknown): TemplateResult {
  const kind = value === null ? 'null' : typeof value;
  return html`<span class=${kind}>${JSON.stringify(value) ?? String(value)}</span>`;
}

/** Returns the names of all levels of a value, for showing everything. */
export function levelsOf(value: unknown, depth = Infinity, path = ''): string[] {
  if (typeof value !== 'object' || value === null || depth <= 0) return [];
  return [
    path,
    ...Object.entries(value).flatMap(([key, item]) => levelsOf(item, depth - 1, `${path}.${key}`)),
  ];
}
