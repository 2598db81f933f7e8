/** @file `ctx.frames` and `ctx.clip`: load the engine when it is needed. */

import type { ClipOptions, VideoEngine, VideoFrames } from './video-types.ts';

/** Makes `ctx.frames` and `ctx.clip`: they answer at once, and load the engine when it is needed. */
export function videoEngine(open: () => Promise<VideoEngine>): VideoEngine {
  return {
    frames(video, options) {
      let opened: Promise<VideoFrames> | null = null;
      const frames = () => (opened ??= open().then((engine) => engine.frames(video, options ?? undefined)));
      return {
        next: async () => (await frames()).next(),
        return: async () => (opened ? (await frames()).return() : { value: undefined, done: true }),
        info: async () => (await frames()).info(),
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
    clip(options) {
      const clip = open().then((engine) => engine.clip(options ?? ({} as ClipOptions)));
      clip.catch(() => undefined); // whoever adds to it hears of the failure
      return {
        add: async (image) => (await clip).add(image),
        end: async () => (await clip).end(),
      };
    },
  };
}
