import { expect } from '@esm-bundle/chai';
import type { Check } from '../demos.test.ts';
import { samples } from '../helpers/models.ts';
import { type Component, type Page, openPage, until } from '../helpers/pages.ts';

/** A camera that shows the photograph of somebody, moved to the right by as much as `shift` says. */
async function portrait({ document }: Page, url: string, shift: { x: number }): Promise<MediaStream> {
  const image = document.createElement('img');
  image.src = url;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
  const context = canvas.getContext('2d')!;
  const stream = canvas.captureStream(30);
  const paint = () => {
    context.fillRect(0, 0, 640, 480);
    context.drawImage(image, shift.x, 0, 480, 480);
    if (stream.getTracks()[0]!.readyState === 'live') setTimeout(paint, 33);
  };
  paint();
  return stream;
}

/** The boxes around faces in what is shown now. */
const boxes = (faces: Component): number[][] =>
  ((faces.value as [unknown, [number[], string][]] | null)?.[1] ?? []).map(([box]) => box);

const check: Check = async (plain) => {
  const [camera] = [await plain.find('riv-image'), await plain.find('riv-annotated-image')];
  expect(camera.streamState).to.equal('closed');
  const folder = await samples();
  if (!folder) return;
  const page = await openPage(
    `/demos/face_detection/index.html?model=${folder}models/ultraface-rfb-320.onnx`,
  );
  try {
    const shift = { x: 0 };
    page.window.navigator.mediaDevices.getUserMedia = () =>
      portrait(page, `${folder}media/astronaut.png`, shift);
    const [camera, faces] = [await page.find('riv-image'), await page.find('riv-annotated-image')];
    await page.press(/Webcam/);
    await page.press('Record');
    // Her face is at 173…271 across and 67…187 down in 512 pixels; the camera is mirrored.
    const near = (x: number) => () => {
      const [box, ...others] = boxes(faces);
      if (!box || others.length) return null;
      const expected = [640 - x - 250, 66, 640 - x - 162, 175];
      return box.every((side, at) => Math.abs(side - expected[at]!) < 25);
    };
    await until(near(0), 'one box around the face', 20);
    shift.x = 160;
    await until(near(160), 'the box where the face has gone');
    const legend = faces.shadowRoot!.querySelector('.legend')!;
    expect(legend.textContent!.trim()).to.equal('face');
    await page.press('Stop');
    await until(() => camera.streamState === 'closed', 'the end');
    expect(page.problems()).to.deep.equal([]);
  } finally {
    page.close();
  }
};

export default check;
