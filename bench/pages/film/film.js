/** What both sides play: ten chunks of exactly one second, 30 pictures each, the colour changing at every join. */
export const CHUNKS = 10;
const SECONDS = 1;
const PICTURE = 1 / 30;

const names = ['red', 'lime', 'blue'];

/** The chunks, read before anything is measured. */
export async function loadChunks() {
  const files = await Promise.all(
    names.map(async (name) => (await fetch(`/test/fixtures/video/colours/${name}.mp4`)).blob()),
  );
  return Array.from({ length: CHUNKS }, (_, at) => files[at % files.length]);
}

/**
 * Watches a video to its end.
 *
 * @param {HTMLVideoElement} video
 * @param {number} given - `performance.now()` when the first chunk was handed over.
 * @returns {Promise<{ first: number, stalls: number, gaps: number[] }>} milliseconds to the first picture; how often it
 *   stood still after that; and at each join the milliseconds by which the buffered pictures are further apart than
 *   elsewhere.
 */
export function watch(video, given) {
  return new Promise((resolve) => {
    const result = { first: 0, stalls: 0, gaps: [] };
    video.requestVideoFrameCallback((now) => {
      result.first = now - given;
      video.addEventListener('waiting', () => (result.stalls += 1));
    });
    const times = [];
    const step = (_, { mediaTime }) => {
      times.push(mediaTime);
      video.requestVideoFrameCallback(step);
    };
    video.requestVideoFrameCallback(step);
    video.addEventListener('ended', () => {
      for (let join = SECONDS; join < CHUNKS * SECONDS; join += SECONDS) {
        // The last picture before the join and the first behind it, where both were painted.
        const before = times.findLast((time) => time < join - PICTURE / 2);
        const behind = times.find((time) => time >= join - PICTURE / 2);
        result.gaps.push((behind - before - PICTURE) * 1000);
      }
      resolve(result);
    });
  });
}
