/** @file The sources that a Video may offer its user. */

import { sourcesOf } from '../media-frame/sources.ts';

/** Where a video may come from. */
export type VideoSource = 'upload' | 'webcam';

export const {
  all: VIDEO_SOURCES,
  converter: videoSourcesConverter,
  check: checkVideoSources,
} = sourcesOf<VideoSource>('Video', 'upload', 'webcam');
