import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';
import { clip, look } from '../../helpers/media/video.ts';

const check: Check = async (page) => {
  const [input, output] = [await page.find('[slot="input"]'), await page.find('[slot="output"]')];
  const lime = await clip('lime.webm');
  input.value = lime;
  await page.press('Submit');
  const file = await until(() => output.toBlob(), 'the video');
  expect(file.size).to.equal(lime.size);
  expect((await look(file)).colours).to.deep.equal(['lime']);
};

export default check;
