import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { soundOf } from '../../helpers/media/demo-sound.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [input, output] = [await page.find('[slot="input"]'), await page.find('[slot="output"]')];
  await page.press('Submit');
  await until(
    () => output.status.stage === 'complete' || output.status.stage === 'idle',
    'the run without a sound',
  );
  input.value = { sampleRate: 8000, channels: [page.window.Float32Array.of(0.5, 0.25, 0, -0.25)] };
  await page.press('Submit');
  const { sampleRate, channels } = await until(() => soundOf(output, 4), 'the sound');
  expect(sampleRate).to.equal(8000);
  expect([...channels[0]!]).to.deep.equal([-0.25, 0, 0.25, 0.5]);
};

export default check;
