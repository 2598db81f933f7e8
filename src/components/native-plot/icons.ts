/** @file The icons of plots. */

// Drawings from lucide, like those in parts/icons.ts.
import { svg } from 'lit';
import { icon } from '../parts/icons.ts';

/** Chart line. */
export const chartIcon = icon(svg`<path d="M3 3v16a2 2 0 0 0 2 2h16"/><path d="m19 9-5 5-4-4-3 3"/>`);
/** Table. */
export const tableIcon = icon(
  svg`<path d="M12 3v18"/><rect width="18" height="18" x="3" y="3" rx="2"/><path d="M3 9h18"/><path d="M3 15h18"/>`,
);
