/** @file All that plays a stream of chunks, in one bundle. */

export { VideoStream } from '../../media/video/video-stream.ts';
export { warmUp } from '../../media/video-worker/service.ts';
