import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { realFile } from '../../helpers/beside.ts';
import { MODELS, patched } from '../../helpers/engines/models.ts';
import { type Component, type Page, openPage } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

/** What a camera of 640 × 480 shows now. */
type Shown = { picture: CanvasImageSource };

/** Gives the page that camera. */
function useCamera({ document, window }: Page, shown: Shown): void {
  window.navigator.mediaDevices.getUserMedia = async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
    const context = canvas.getContext('2d')!;
    const stream = canvas.captureStream(30);
    const paint = () => {
      context.drawImage(shown.picture, 0, 0);
      if (stream.getTracks()[0]!.readyState === 'live') setTimeout(paint, 33);
    };
    paint();
    return stream;
  };
}

/** The boxes around faces in what is shown now. */
const boxes = (faces: Component): number[][] =>
  ((faces.value as [unknown, [number[], string][]] | null)?.[1] ?? []).map(([box]) => box);

async function openWith(model: string): Promise<Page> {
  return openPage(`/demos/face_detection/index.html?model=${new URL(model, location.href)}`);
}

async function record(page: Page): Promise<void> {
  await page.press(/Webcam/);
  await page.press('Record');
}

/** Follows a face that is in the picture, and then somewhere else. `places` are its boxes in what is shown: the camera is mirrored. */
async function follow(model: string, pictures: CanvasImageSource[], places: number[][]): Promise<void> {
  const page = await openWith(model);
  try {
    const shown = { picture: pictures[0]! };
    useCamera(page, shown);
    const [camera, faces] = [await page.find('riv-image'), await page.find('riv-annotated-image')];
    await record(page);
    const near = (expected: number[]) => () => {
      const [box, ...others] = boxes(faces);
      return box && !others.length && box.every((side, at) => Math.abs(side - expected[at]!) < 25);
    };
    await until(near(places[0]!), 'one box around the face', 20);
    shown.picture = pictures[1]!;
    await until(near(places[1]!), 'the box where the face has gone');
    const legend = faces.shadowRoot!.querySelector('.legend')!;
    expect(legend.textContent!.trim()).to.equal('face');
    await page.press('Stop');
    await until(() => camera.streamState === 'closed', 'the end');
    expect(page.problems()).to.deep.equal([]);
  } finally {
    page.close();
  }
}

/** All that an element shows, parts of parts too. */
const wordsIn = ({ shadowRoot }: Element): string =>
  shadowRoot ? [shadowRoot.textContent, ...[...shadowRoot.querySelectorAll('*')].map(wordsIn)].join(' ') : '';

/** A model that cannot be had is told in one sentence. */
async function withoutModel(): Promise<void> {
  const page = await openWith('/nothing/here.onnx');
  try {
    useCamera(page, { picture: patched(0, 0) });
    await record(page);
    const faces = await page.find('riv-annotated-image');
    const sentence = `The model could not be had from ${location.host}.`;
    await until(() => wordsIn(faces).includes(sentence), 'the sentence', 20);
  } finally {
    page.close();
  }
}

const check: Check = async (page) => {
  const [camera] = [await page.find('riv-image'), await page.find('riv-annotated-image')];
  expect(camera.streamState).to.equal('closed');
  const about = page.document.querySelector('header p:last-child')!;
  expect(about.textContent).to.include('1.2 MB').and.to.include('raw.githubusercontent.com');
  expect(about.querySelector('a')!.href).to.match(/^https:.*\.onnx$/);
  await follow(
    MODELS.orange,
    [patched(64, 96), patched(320, 160)],
    [
      [640 - 256, 96, 640 - 64, 288],
      [640 - 512, 160, 640 - 320, 352],
    ],
  );
  await withoutModel();
};

/** Her face is at 173…271 across and 67…187 down in 512 pixels. */
export const real: Check = async () => {
  const photograph = await createImageBitmap(await realFile('media/astronaut.png'));
  const at = (x: number) => {
    const canvas = new OffscreenCanvas(640, 480);
    canvas.getContext('2d')!.drawImage(photograph, x, 0, 480, 480);
    return canvas;
  };
  const place = (x: number) => [640 - x - 250, 66, 640 - x - 162, 175];
  await follow('/shared/models/ultraface-rfb-320.onnx', [at(0), at(160)], [place(0), place(160)]);
};

export default check;
