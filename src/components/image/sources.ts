import { sourcesOf } from '../sources.ts';

/** Where a picture may come from. */
export type Source = 'upload' | 'webcam' | 'clipboard';

export const {
  all: SOURCES,
  converter: sourcesConverter,
  check: checkSources,
} = sourcesOf<Source>('Image', 'upload', 'webcam', 'clipboard');
