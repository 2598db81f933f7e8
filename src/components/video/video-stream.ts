// What plays a stream of chunks, in one chunk.
export { VideoStream } from '../../media/video-out.ts';
export { warmUp } from '../../media/video-service.ts';
