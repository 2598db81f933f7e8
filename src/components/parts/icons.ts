/** @file The icons that most components use. */

// Drawings from lucide (https://lucide.dev), ISC License, Copyright (c) Lucide Icons and Contributors; those that
// come from Feather: MIT License, Copyright (c) Cole Bemis. Both allow use and change with this notice.
import { type SVGTemplateResult, type TemplateResult, html, svg } from 'lit';

/** Frames a drawing: as large as the text beside it, in the text's colour, silent for screen readers. */
export const icon = (drawing: SVGTemplateResult, fill = 'none'): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" width="1.25em" height="1.25em" fill=${fill} stroke="currentColor"
    stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${drawing}</svg>`;

/** Braces. */
export const braceIcon = icon(
  svg`<path d="M8 3H7a2 2 0 0 0-2 2v5a2 2 0 0 1-2 2 2 2 0 0 1 2 2v5c0 1.1.9 2 2 2h1"/><path d="M16 21h1a2 2 0 0 0 2-2v-5c0-1.1.9-2 2-2a2 2 0 0 1-2-2V5a2 2 0 0 0-2-2h-1"/>`,
);
/** Check. */
export const checkIcon = icon(svg`<path d="M20 6 9 17l-5-5"/>`);
/** Chevron down. */
export const chevronDownIcon = icon(svg`<path d="m6 9 6 6 6-6"/>`);
/** Chevron right. */
export const chevronRightIcon = icon(svg`<path d="m9 18 6-6-6-6"/>`);
/** X. */
export const closeIcon = icon(svg`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`);
/** Copy. */
export const copyIcon = icon(
  svg`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,
);
/** Circle alert. */
export const errorIcon = icon(
  svg`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,
);
/** Minus. */
export const minusIcon = icon(svg`<path d="M5 12h14"/>`);
/** Plus. */
export const plusIcon = icon(svg`<path d="M5 12h14"/><path d="M12 5v14"/>`);
/** Rotate ccw. */
export const resetIcon = icon(
  svg`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/>`,
);
/** Panel left. */
export const sidebarIcon = icon(svg`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M9 3v18"/>`);
/** Square. */
export const stopIcon = icon(svg`<rect width="18" height="18" x="3" y="3" rx="2"/>`, 'currentColor');
/** Tag. */
export const tagIcon = icon(
  svg`<path d="M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"/><circle cx="7.5" cy="7.5" r=".5" fill="currentColor"/>`,
);
/** Arrow up: send. */
export const arrowUpIcon = icon(svg`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`);
