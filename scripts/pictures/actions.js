/** What poses do with a demo's page. */
import { melodicMicrophone } from './devices.js';

export const press = (page, name) => page.locator(`aria/${name}[role="button"]`).click();
export const write = (page, label, text) => page.locator(`aria/${label}[role="textbox"]`).fill(text);
export const settle = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Gives the input of a demo a video, and runs it. */
export async function showVideo(page) {
  await page.evaluate(async () => {
    const blob = await (await fetch('../zoom.mp4')).blob();
    document.querySelector('riv-video').value = new File([blob], 'zoom.mp4', { type: 'video/mp4' });
  });
  await press(page, 'Submit');
}

export async function openCamera(page) {
  await page.locator('aria/Click to Access Webcam').click();
  await settle(800);
}

/** Gives the first Audio a sound that swells and falls, with more at its beginning than at its end. */
export function sing(page, seconds) {
  return page.$eval(
    'riv-audio',
    (audio, seconds) => {
      const sampleRate = 16000;
      const loudness = (t) => (1 - (0.7 * t) / seconds) * Math.abs(Math.sin(t * 4) * Math.sin(t * 17));
      const channel = Float32Array.from({ length: sampleRate * seconds }, (_, n) => {
        return 0.8 * loudness(n / sampleRate) * Math.sin(n * 0.2);
      });
      audio.value = { sampleRate, channels: [channel] };
    },
    seconds,
  );
}

/** Streams a melody from the microphone. */
export async function hear(page, milliseconds) {
  await page.evaluate(melodicMicrophone);
  await press(page, 'Record');
  await settle(milliseconds);
}

/** Names a model of the tests to a demo whose own lies elsewhere. */
export async function useModel(page, path) {
  await page.$eval('#model', (model, url) => (model.value = url), `${new URL(page.url()).origin}/${path}`);
}

/** Has ffmpeg make something of the demo's own video. */
export async function convert(page) {
  await press(page, 'Submit');
  await page.waitForFunction(() => document.querySelector('[slot="output"]').value);
  await settle(1500);
}

/** Draws a line on the first Image through these places, in percent of its place. */
export async function draw(page, places) {
  const { x, y, width, height } = await page.$eval('riv-image', (image) =>
    image.shadowRoot.querySelector('.sketch > canvas').getBoundingClientRect().toJSON(),
  );
  const move = ([across, down]) =>
    page.mouse.move(x + (width * across) / 100, y + (height * down) / 100, { steps: 8 });
  await move(places[0]);
  await page.mouse.down();
  for (const place of places.slice(1)) await move(place);
  await page.mouse.up();
}

export async function record(page, filter) {
  if (filter) await page.$eval('riv-dropdown', (dropdown, value) => (dropdown.value = value), filter);
  await openCamera(page);
  await press(page, 'Record');
  await settle(2000);
}
