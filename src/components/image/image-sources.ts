/** @file The sources that an Image may offer its user. */

import { sourcesOf } from '../media-frame/sources.ts';

/** Where a picture may come from. */
export type Source = 'upload' | 'webcam' | 'clipboard' | 'sketch';

/** Those that an Image offers unless it is told: drawing is for the few. */
export const SOURCES: readonly Source[] = ['upload', 'webcam', 'clipboard'];

export const { converter: sourcesConverter, check: checkSources } = sourcesOf<Source>(
  'Image',
  'upload',
  'webcam',
  'clipboard',
  'sketch',
);
