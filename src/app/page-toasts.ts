/** @file Shows the toasts of elements that stand in no app. */

import { installToasts } from './toast-region.ts';

// Elements outside every app, and those that are in no page, have their toasts shown by the document.
if (typeof document !== 'undefined') installToasts(document);
