import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { follow } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';
import { clip, look } from '../../helpers/media/video.ts';

const check: Check = async (page) => {
  const [input, output] = [await page.find('[slot="input"]'), await page.find('[slot="output"]')];
  input.value = await clip('red.mp4');
  const seen = follow(output);
  const played: number[] = [];
  output.addEventListener('play', () => played.push(seen.length));
  await page.press('Submit');
  await until(() => output.status.stage === 'complete', 'ten times the video', 15);
  expect(seen).to.have.length(10);
  expect(played[0], 'results before it played').to.be.lessThan(4); // [C118]
  const whole = await look((await output.toBlob())!);
  expect(whole.duration, 'one file').to.be.closeTo(10, 0.1);
};

export default check;
