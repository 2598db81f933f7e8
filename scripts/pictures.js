/**
 * Takes the gallery's pictures: `node scripts/pictures.js [demo …]`, after a build. Opens each demo in Chromium, brings
 * it into a state worth a picture, and writes picture.webp and picture-dark.webp into its folder.
 */
import { readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { chromiumOptions } from './browser/options.js';
import { engineFile } from './serve/engine-files.js';
import { serveStatic } from './serve/static-server.js';

const MOST_BYTES = 25_000;
const root = fileURLToPath(new URL('..', import.meta.url));

/** How each demo gets to its picture; one that is not named is taken as it opens. */
const poses = {
  hello_world: async (page) => {
    await write(page, 'name', 'Ada');
    await press(page, 'Submit');
    await settle(500);
  },
  calculator_live: async (page) => {
    await page.locator('aria/multiply[role="radio"]').click();
    await settle(500);
  },
  on_listener_live: async (page) => {
    await page.evaluate(() => {
      document.querySelector('#a').value = 6;
      document.querySelector('#b').value = 3;
    });
    await page.locator('#c').click();
    await settle(500);
  },
  count_generator: async (page) => {
    await press(page, 'Count');
    await settle(2300);
  },
  fake_diffusion: async (page) => {
    await press(page, 'Submit');
    await settle(2500);
  },
  progress_simple: async (page) => {
    await write(page, 'word', 'streaming');
    await press(page, 'Submit');
    await settle(2600);
  },
  simple_state: async (page) => {
    await page.locator('aria/Milk[role="checkbox"]').click();
    await page.locator('aria/Water[role="checkbox"]').click();
    await press(page, 'Add items');
    await settle(500);
  },
  cancel_events: async (page) => {
    await press(page, 'Start iterating');
    await settle(2000);
  },
  render_textboxes: async (page) => {
    await page.evaluate(() => {
      const boxes = document.querySelectorAll('riv-render riv-textbox');
      for (const [at, text] of ['as', 'you', 'like it'].entries()) boxes[at].value = text;
    });
    await press(page, 'Join');
    await settle(800);
  },
  stream_video_out: async (page) => {
    await press(page, 'Submit');
    await page.evaluate(() => scrollTo(0, 0));
    await settle(6000);
  },
  keep_repeating_video: async (page) => {
    await showVideo(page);
    await settle(4000);
  },
  video_identity: async (page) => {
    await showVideo(page);
    await settle(2000);
  },
  webcam_constraints: async (page) => {
    await openCamera(page);
    await page.locator('aria/Record').click();
    await settle(2500);
  },
  blocks_webcam: async (page) => {
    await openCamera(page);
    await page.locator('aria/Capture photo').click();
    await press(page, 'Submit');
    await settle(800);
  },
  generate_tone: async (page) => {
    await press(page, 'A');
    await settle(2500);
  },
  stream_audio_out: async (page) => {
    await press(page, 'Stream as files');
    await press(page, 'Stream as bytes');
    await settle(6000);
  },
  reverse_audio: async (page) => {
    await sing(page, 3);
    await press(page, 'Submit');
    await settle(1500);
  },
  keep_repeating: async (page) => {
    await sing(page, 0.8);
    await press(page, 'Submit');
    await settle(10_500);
  },
  stream_audio: (page) => hear(page, 6000),
  spectrogram: (page) => hear(page, 6500),
  video_to_gif: convert,
  trim_and_convert: convert,
  face_detection: async (page) => {
    await useModel(page, 'test/fixtures/models/orange.onnx');
    await page.evaluate(portraitCamera);
    await record(page);
    await settle(2000);
  },
  digits: async (page) => {
    await page.waitForFunction(
      () => document.querySelector('riv-image').shadowRoot.querySelector('.sketch > canvas')?.clientWidth,
    );
    await draw(page, [[26, 30], [36, 18], [52, 14], [68, 22], [70, 38], [56, 54], [38, 68], [24, 82], [50, 78], [78, 82]]); // biome-ignore format: a two
    await settle(2500);
  },
  onnx_filter: (page) => record(page),
  image_classifier: async (page) => {
    await press(page, 'Submit');
    await page.waitForFunction(() => document.querySelector('riv-label').value);
    await settle(800);
  },
  voice_activity: async (page) => {
    await page.evaluate(speakingMicrophone);
    await press(page, 'Record');
    await page.waitForFunction(() => document.querySelector('riv-label').value);
    await settle(9500);
  },
  stream_frames: record,
  streaming_simple: record,
  streaming_filter: (page) => record(page, 'cartoon'),
  streaming_filter_unified: (page) => record(page, 'edges'),
};

const press = (page, name) => page.locator(`aria/${name}[role="button"]`).click();
const write = (page, label, text) => page.locator(`aria/${label}[role="textbox"]`).fill(text);
const settle = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Gives the input of a demo a video, and runs it. */
async function showVideo(page) {
  await page.evaluate(async () => {
    const blob = await (await fetch('../zoom.mp4')).blob();
    document.querySelector('riv-video').value = new File([blob], 'zoom.mp4', { type: 'video/mp4' });
  });
  await press(page, 'Submit');
}

async function openCamera(page) {
  await page.locator('aria/Click to Access Webcam').click();
  await settle(800);
}

/** Gives the first Audio a sound that swells and falls, with more at its beginning than at its end. */
function sing(page, seconds) {
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
async function hear(page, milliseconds) {
  await page.evaluate(melodicMicrophone);
  await press(page, 'Record');
  await settle(milliseconds);
}

/** Names a model of the tests to a demo whose own lies elsewhere. */
async function useModel(page, path) {
  await page.$eval('#model', (model, url) => (model.value = url), `${url}/${path}`);
}

/** Has ffmpeg make something of the demo's own video. */
async function convert(page) {
  await press(page, 'Submit');
  await page.waitForFunction(() => document.querySelector('[slot="output"]').value);
  await settle(1500);
}

/** Draws a line on the first Image through these places, in percent of its place. */
async function draw(page, places) {
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

async function record(page, filter) {
  if (filter) await page.$eval('riv-dropdown', (dropdown, value) => (dropdown.value = value), filter);
  await openCamera(page);
  await press(page, 'Record');
  await settle(2000);
}

/** Runs in the page: its microphone hears a melody on an instrument with overtones, the same on every computer. */
function melodicMicrophone() {
  navigator.mediaDevices.getUserMedia = async () => {
    const context = new AudioContext();
    const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    const notes = [0, 4, 7, 12, 11, 7, 9, 5, 4, 2, 0, 7];
    const start = context.currentTime + 0.2;
    for (let at = 0; at < 48; at++) {
      const from = start + at * 0.42;
      for (const overtone of [1, 2, 3, 4, 6]) {
        const frequency = 262 * overtone * 2 ** (notes[at % notes.length] / 12);
        const tone = new OscillatorNode(context, { frequency });
        const loudness = new GainNode(context, { gain: 0 });
        loudness.gain.setValueAtTime(0, from);
        loudness.gain.linearRampToValueAtTime(0.3 / overtone, from + 0.02);
        loudness.gain.exponentialRampToValueAtTime(0.004, from + 0.6 / overtone ** 0.4);
        tone.connect(loudness).connect(destination);
        tone.start(from);
        tone.stop(from + 0.6);
      }
    }
    return destination.stream;
  };
}

/** Runs in the page: its microphone hears two people who speak. */
function speakingMicrophone() {
  navigator.mediaDevices.getUserMedia = async () => {
    const context = new AudioContext();
    const file = await (await fetch('/test/fixtures/media/speech.wav')).arrayBuffer();
    const buffer = await context.decodeAudioData(file);
    const source = new AudioBufferSourceNode(context, { buffer, loop: true });
    const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    source.connect(destination);
    source.start(0, 0.5);
    return destination.stream;
  };
}

/** Runs in the page: its camera shows somebody who is drawn. */
function portraitCamera() {
  navigator.mediaDevices.getUserMedia = async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
    const context = canvas.getContext('2d');
    const oval = (colour, x, y, width, height) => {
      context.fillStyle = colour;
      context.beginPath();
      context.ellipse(x, y, width, height, 0, 0, 7);
      context.fill();
    };
    setInterval(() => {
      context.fillStyle = '#7fa6c9';
      context.fillRect(0, 0, 640, 480);
      oval('#2f4f6b', 320, 520, 230, 170);
      oval('#4a2f1c', 320, 176, 140, 132);
      oval('#f2a05a', 320, 208, 112, 128);
      for (const side of [-1, 1]) {
        oval('#fff', 320 + side * 44, 190, 20, 13);
        oval('#33241a', 320 + side * 44, 190, 9, 9);
      }
      oval('#b5483a', 320, 272, 36, 11);
    }, 40);
    return canvas.captureStream(25);
  };
}

/** Runs in the page: its camera shows a drawn landscape, the same on every computer. */
function paintedCamera() {
  navigator.mediaDevices.getUserMedia = async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
    const context = canvas.getContext('2d');
    const hill = (colour, height, wave, shift) => {
      context.fillStyle = colour;
      context.beginPath();
      context.moveTo(0, 480);
      for (let x = 0; x <= 640; x += 8) context.lineTo(x, height + wave * Math.sin(x / 90 + shift));
      context.lineTo(640, 480);
      context.fill();
    };
    const disc = (colour, x, y, radius) => {
      context.fillStyle = colour;
      context.beginPath();
      context.arc(x, y, radius, 0, 7);
      context.fill();
    };
    setInterval(() => {
      const sky = context.createLinearGradient(0, 0, 0, 480);
      sky.addColorStop(0, '#3b82c4');
      sky.addColorStop(0.7, '#f7d9b0');
      context.fillStyle = sky;
      context.fillRect(0, 0, 640, 480);
      disc('#ffdd55', 470, 130, 52);
      for (const [x, y] of [
        [120, 110],
        [300, 70],
      ])
        for (const [dx, radius] of [
          [0, 26],
          [30, 34],
          [64, 24],
        ])
          disc('#fff', x + dx, y, radius);
      hill('#7fa88a', 330, 34, 0);
      hill('#4f8a5b', 380, 26, 2);
      hill('#2f6b3f', 430, 18, 4);
      for (let i = 0; i < 5; i++) {
        disc('#24532f', 60 + i * 36, 372 - (i % 2) * 14, 24);
        context.fillStyle = '#5b3a21';
        context.fillRect(56 + i * 36, 390 - (i % 2) * 14, 8, 40);
      }
      context.fillStyle = '#b5483a';
      context.fillRect(440, 330, 110, 80);
      context.fillStyle = '#6e2a22';
      context.beginPath();
      context.moveTo(425, 334);
      context.lineTo(495, 276);
      context.lineTo(565, 334);
      context.fill();
      context.fillStyle = '#ffe9a8';
      context.fillRect(462, 350, 24, 24);
      context.fillRect(506, 350, 24, 24);
    }, 40);
    return canvas.captureStream(25);
  };
}

/** Only the demo, without the page's header, in the middle. */
const frame = `
  header { display: none }
  body { display: grid; align-content: safe center; min-height: 100vh; margin: 0; max-width: none; padding: 16px }
`;

const server = await serveStatic({ root, rewrite: ({ pathname }) => ({ path: engineFile(pathname) }) });
const { url } = server;
const browser = await puppeteer.launch(chromiumOptions());
try {
  const folders = await readdir(`${root}/demos`, { withFileTypes: true });
  const all = folders.filter((each) => each.isDirectory()).map(({ name }) => name);
  const wished = process.argv.slice(2);
  for (const name of wished.length > 0 ? wished : all)
    for (const scheme of ['light', 'dark']) await take(name, scheme);
} finally {
  await browser.close();
  server.close();
}

async function take(name, scheme) {
  const page = await browser.newPage();
  await page.setViewport({ width: 720, height: 450, deviceScaleFactor: 8 / 9 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.evaluateOnNewDocument(paintedCamera);
  await page.goto(`${url}/demos/${name}/index.html`);
  await page.addStyleTag({ content: frame });
  await page.waitForSelector('riv-interface:defined, riv-blocks:defined');
  await page.$eval('riv-interface, riv-blocks', (app) => app.ready);
  await poses[name]?.(page);
  await page.evaluate(() => document.activeElement?.blur());
  const path = `demos/${name}/picture${scheme === 'dark' ? '-dark' : ''}.webp`;
  let picture;
  for (let quality = 85; quality > 0; quality -= 15) {
    picture = await page.screenshot({ type: 'webp', quality });
    if (picture.length < MOST_BYTES) break;
  }
  await writeFile(`${root}/${path}`, picture);
  console.log(`${path} ${(picture.length / 1000).toFixed(1)} KB`);
  await page.close();
}
