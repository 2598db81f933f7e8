import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [camera, result] = [await page.find('riv-video'), await page.find('riv-textbox')];
  const ask = page.window.navigator.mediaDevices.getUserMedia.bind(page.window.navigator.mediaDevices);
  const asked: unknown[] = [];
  page.window.navigator.mediaDevices.getUserMedia = (constraints) => {
    asked.push(constraints!.video);
    return ask(constraints);
  };
  await page.press(/Webcam/);
  await page.press('Record');
  await until(() => /0:01/.test(camera.shadowRoot!.textContent!), 'a second');
  await page.press('Stop');
  const words = await until(() => result.value as string, 'what came');
  expect(words).to.match(/^640 × 480 pixels, \d+ frames a second, \d\.\d s$/);
  expect(asked).to.deep.equal([{ width: { ideal: 640 }, height: { ideal: 480 } }]);
};

export default check;
