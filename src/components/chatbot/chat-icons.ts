/** @file Icons that only a conversation has. */

// Drawings from lucide (https://lucide.dev), ISC License, Copyright (c) Lucide Icons and Contributors; those that
// come from Feather: MIT License, Copyright (c) Cole Bemis. Both allow use and change with this notice.
import { svg } from 'lit';
import { icon } from '../parts/icons.ts';

/** Thumbs up. */
export const likeIcon = icon(
  svg`<path d="M7 10v12"/><path d="M15 5.88 14 10h5.83a2 2 0 0 1 1.92 2.56l-2.33 8A2 2 0 0 1 17.5 22H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.76a2 2 0 0 0 1.79-1.11L12 2a3.13 3.13 0 0 1 3 3.88Z"/>`,
);
/** Thumbs down. */
export const dislikeIcon = icon(
  svg`<path d="M17 14V2"/><path d="M9 18.12 10 14H4.17a2 2 0 0 1-1.92-2.56l2.33-8A2 2 0 0 1 6.5 2H20a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-2.76a2 2 0 0 0-1.79 1.11L12 22a3.13 3.13 0 0 1-3-3.88Z"/>`,
);
/** Arrow down: to the end. */
export const arrowDownIcon = icon(svg`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`);
/** Speech bubble. */
export const chatIcon = icon(svg`<path d="M21 15a2 2 0 0 1-2 2H7l-4 4V5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2z"/>`);
