import { second, wav } from './melody.js';

const wait = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Yields a file for each second of the melody: WAVs made here, or MP3s that lie beside this script. */
export async function* streamFiles(format) {
  for (let i = 0; i < 4; i++) {
    if (format === 'mp3') yield new URL(`melody-${i}.mp3`, import.meta.url).href;
    else yield new Blob([wav(second(i))], { type: 'audio/wav' });
    await wait(0.5);
  }
}

/** The same as bytes, each piece a whole file. */
export async function* streamBytes() {
  for (let i = 0; i < 4; i++) {
    yield wav(second(i));
    await wait(0.5);
  }
}
