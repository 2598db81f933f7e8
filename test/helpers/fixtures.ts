/** The films of test/fixtures/media: 7.8 s, 234 frames of 320×240, with speech. film.mpegts is the first 3 s. */
export type Film = 'film.mp4' | 'film.mpegts' | 'film.webm' | 'film-vp9.webm';

/** What the system's ffmpeg read in a film when the fixtures were made: see scripts/fixtures.js. */
export interface Expected {
  /** One hash for each stream. */
  streams: string[];
  packets: string[];
  frames: string[];
  /** Of film.mp4: mean colours of the quarters, by number of the frame. */
  colours: Record<number, number[][]>;
  /** Of film.webm: how many frames are whole in its first bytes. */
  cut: { bytes: number; frames: number };
}

const folder = new URL('../fixtures/media/', import.meta.url);
let read: Promise<Record<Film, Expected>> | undefined;

/** A file of test/fixtures/media. */
export async function fixture(name: string): Promise<Blob> {
  const response = await fetch(new URL(name, folder));
  if (!response.ok) throw new Error(`${name} is not there: ${response.status}`);
  return response.blob();
}

export async function expectedOf(film: Film): Promise<Expected> {
  read ??= fetch(new URL('expected.json', folder)).then((response) => response.json());
  return (await read)[film];
}
