/** @file Keeps what each element says of itself to those who handle elements of any kind. */

import { sharedByCopies } from './copies.ts';

/** What an element says of itself beside its class, in its `@element` line. */
export interface Traits {
  /** It is a field: it shares one frame with the fields before and after it. */
  cell?: boolean;
  /** It stands in a row of fields without breaking their frame. */
  besideCells?: boolean;
  /** It takes no room, and stands between no two others. */
  unseen?: boolean;
  /** It says by itself what it is: an Interface gives it no label. */
  unlabelled?: boolean;
  /** How a table of examples shows one of its values. */
  preview?: 'image' | 'video';
  /** Further names for it in `inputs` and `outputs`, each with the options that come with it. */
  shortcuts?: { readonly [Name in keyof RivuletShortcuts]?: object };
}

declare global {
  /** The names of components in `inputs` and `outputs`, with what they make: each component adds its own. */
  interface RivuletShortcuts {}
}

/** What a shortcut stands for. */
export interface Meaning {
  tag: string;
  options: object;
}

// Elements that one copy of the library has and another has not may stand in the same app.
const known = sharedByCopies('rivulet tags', () => new Map<string, Traits>());
const named = sharedByCopies('rivulet names', () => new Map<string, Meaning>());

/** Lists the tags that a page may use. */
export const tags = (): string[] => [...known.keys()];

/** Gives what an element has said of itself; of a foreign one, nothing. */
export const traitsOf = ({ localName }: Element): Traits => known.get(localName) ?? {};

/** Lists the shortcuts, as a message tells them. */
export const shortcuts = (): string[] => [...named.keys()].sort();

/** Gives what a shortcut stands for. Case, underscores and hyphens do not count. */
export const meaningOf = (shortcut: string): Meaning | undefined => named.get(plain(shortcut));

/**
 * Notes what an element says of itself.
 *
 * @param isComponent - True for what holds a value: its name is a shortcut.
 */
export function register(tag: string, traits: Traits, isComponent = false): void {
  known.set(tag, traits);
  if (isComponent) named.set(plain(tag.replace(/^riv-/, '')), { tag, options: {} });
  for (const [name, options] of Object.entries(traits.shortcuts ?? {})) named.set(name, { tag, options });
}

const plain = (name: string): string => name.toLowerCase().replace(/[_\s-]/g, '');
