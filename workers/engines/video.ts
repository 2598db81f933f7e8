/** @file The engine behind `ctx.frames` and `ctx.clip`, on the browser's own decoders and encoders. */

import type { EngineHost } from '../../src/shared/engines.ts';
import type { VideoEngine } from '../../src/runner/tools/video-types.ts';
import { ClipMaker } from './video/clip.ts';
import { checkClip } from './video/codec.ts';
import { readFrames } from './video/frames.ts';

/** Frames of videos and clips of pictures, on the browser's own decoders and encoders. */
export function open({ signal }: EngineHost): VideoEngine {
  return {
    frames: (video, options) => readFrames(video, options, signal),
    clip: (options) => new ClipMaker(checkClip(options), signal),
  };
}
