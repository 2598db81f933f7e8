import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { soundOf } from '../../helpers/media/demo-sound.ts';
import { follow } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [input, output] = [await page.find('[slot="input"]'), await page.find('[slot="output"]')];
  const channel = page.window.Float32Array.from({ length: 4000 }, (_, n) => Math.sin(n / 5) / 4);
  input.value = { sampleRate: 8000, channels: [channel] };
  const seen = follow(output);
  const played: number[] = [];
  output.addEventListener('play', () => played.push(seen.length));
  await page.press('Submit');
  const { channels } = await until(() => soundOf(output, 40000), 'ten times the sound', 15);
  expect(seen).to.have.length(10);
  expect(played[0], 'results before it sounded').to.be.lessThan(3); // [C116]
  expect(channels[0]!.subarray(36000, 36010)).to.deep.equal(channels[0]!.subarray(0, 10));
  const file = await output.toBlob();
  expect(file!.size, 'one file').to.equal(44 + 80000); // [C119]
};

export default check;
