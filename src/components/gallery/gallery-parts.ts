/** @file Draws the grid of a Gallery, and one of its entries large. */

import { type TemplateResult, html, nothing } from 'lit';
import { chevronRightIcon, closeIcon } from '../parts/icons.ts';
import { alertIcon, chevronLeftIcon, playIcon } from '../parts/media-icons.ts';
import type { Tile } from './tile.ts';
import { say } from '../../words/files.ts';

/** What a reader does in the grid. */
export interface GridActions {
  chosen: number | null;
  choose(index: number): void;
  /** `null` where the reader may not. */
  remove: ((index: number) => void) | null;
  /** The cell that takes further files. */
  more: unknown;
}

/** What a reader does in the large view. */
export interface PreviewActions {
  choose(index: number): void;
  close(): void;
}

/** What an entry is called: by its caption, else by its place. */
const nameOf = ({ item, isVideo }: Tile, index: number, { length }: readonly Tile[]): string =>
  item.caption || say(isVideo ? 'videoOf' : 'pictureOf', { number: index + 1, count: length });

/** Draws the cells. */
export function gridView(tiles: readonly Tile[], actions: GridActions): TemplateResult {
  return html`<div class="grid" role="group" aria-label=${say('pictures')} @keydown=${move}>
    ${tiles.map((tile, index) => cell(tile, index, nameOf(tile, index, tiles), actions))}
    ${actions.more === nothing ? nothing : html`<div class="cell">${actions.more}</div>`}
  </div>`;
}

function cell(
  tile: Tile,
  index: number,
  name: string,
  { chosen, choose, remove }: GridActions,
): TemplateResult {
  const { problem, item, isVideo } = tile;
  return html`<div class="cell" part="cell">
    <button
      class="pick"
      id="cell-${index}"
      aria-label=${problem ? `${name}: ${problem}` : name}
      aria-current=${index === chosen ? 'true' : nothing}
      @click=${() => choose(index)}
    >
      ${tile.in('cell', name)} ${problem ? broken(problem) : nothing}
      ${isVideo && !problem ? html`<span class="badge">${playIcon}</span>` : nothing}
      ${item.caption ? html`<span class="caption" part="caption">${item.caption}</span>` : nothing}
    </button>
    ${
      remove
        ? html`<button class="icon-button remove" part="button" aria-label=${say('removeNamed', { name })} title=${say('remove')} @click=${() => remove(index)}>
            ${closeIcon}
          </button>`
        : nothing
    }
  </div>`;
}

const broken = (problem: string): TemplateResult => html`<span class="broken">${alertIcon}${problem}</span>`;

/** Draws one entry large, and the others small under it. */
export function previewView(
  tiles: readonly Tile[],
  index: number,
  { choose, close }: PreviewActions,
): TemplateResult {
  const tile = tiles[index]!;
  const name = nameOf(tile, index, tiles);
  const keys = (event: KeyboardEvent) => {
    const next = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: tiles.length - 1 }[event.key];
    if (event.key !== 'Escape' && next === undefined) return;
    // The arrows of a video's own controls move in the video.
    if (next !== undefined && event.target instanceof HTMLVideoElement) return;
    event.preventDefault();
    event.stopPropagation();
    if (next === undefined) close();
    else choose(next);
  };
  const step = (title: string, icon: TemplateResult, by: number) =>
    tiles.length > 1
      ? html`<button class="icon-button step" part="button" aria-label=${title} title=${title} @click=${() => choose(index + by)}>${icon}</button>`
      : nothing;
  return html`<div class="preview" id="preview" part="preview" role="dialog" aria-label=${say('preview', { name })} tabindex="-1" @keydown=${keys}>
    <div class="large">
      ${step(say('previous'), chevronLeftIcon, -1)}
      <div class="place">${tile.in('large', name)} ${tile.problem ? broken(tile.problem) : nothing}</div>
      ${step(say('next'), chevronRightIcon, 1)}
      <button class="icon-button close" part="button" aria-label=${say('close')} title=${say('close')} @click=${close}>${closeIcon}</button>
    </div>
    ${tile.item.caption ? html`<div class="words" part="caption">${tile.item.caption}</div>` : nothing}
    ${
      tiles.length > 1
        ? html`<div class="thumbs" role="group" aria-label=${say('allPictures')}>
            ${tiles.map(
              (each, at) => html`<button
                class="thumb"
                id="thumb-${at}"
                aria-label=${say('show', { name: nameOf(each, at, tiles) })}
                aria-current=${at === index ? 'true' : nothing}
                @click=${() => choose(at)}
              >${each.in('thumb', '')} ${each.problem ? alertIcon : nothing}</button>`,
            )}
          </div>`
        : nothing
    }
  </div>`;
}

/** Moves the focus from cell to cell by arrow keys. */
function move(event: KeyboardEvent): void {
  const grid = event.currentTarget as HTMLElement;
  const picks = [...grid.querySelectorAll<HTMLElement>('.pick')];
  const at = picks.indexOf(event.target as HTMLElement);
  const across = getComputedStyle(grid).gridTemplateColumns.split(' ').length;
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -across, ArrowDown: across }[event.key];
  const next = by === undefined || at < 0 ? undefined : picks[at + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
