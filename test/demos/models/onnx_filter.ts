import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { pixels } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

/** How bright a picture is on average, 0 to 255, and how bright its brightest and darkest pixels are. */
function brightness({ data }: ImageData): { mean: number; least: number; most: number } {
  const reds = data.filter((_, at) => at % 4 === 0);
  const mean = reds.reduce((sum, red) => sum + red, 0) / reds.length;
  return { mean, least: reds.reduce((a, b) => Math.min(a, b)), most: reds.reduce((a, b) => Math.max(a, b)) };
}

const check: Check = async (page) => {
  const [camera, ink] = [await page.find('riv-image'), await page.find('riv-checkbox')];
  const result = (await until(
    () => page.document.querySelectorAll('riv-image')[1],
    'the result',
  )) as typeof camera;
  await page.press(/Webcam/);
  await page.press('Record');
  const shown = async () => {
    const image = await pixels(result);
    return image && brightness(image);
  };
  const dark = await until(shown, 'edges, dark on white');
  expect(dark.mean).to.be.above(200);
  expect(dark.least).to.be.below(60);
  ink.value = false;
  await until(async () => (await shown())!.mean < 60, 'edges, light on black');
  expect((await shown())!.most).to.be.above(200);
  const [given, made] = [await pixels(camera), await pixels(result)];
  expect([made!.width, made!.height]).to.deep.equal([given!.width, given!.height]);
  await page.press('Stop');
  await until(() => camera.streamState === 'closed', 'the end');
};

export default check;
