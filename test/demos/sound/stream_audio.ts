import { expect } from '@esm-bundle/chai';
import type { Samples } from '../../../src/shared/values/samples.ts';
import type { Check } from '../../helpers/demos.ts';
import { follow } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const lengthOf = (value: unknown): number => (value as Samples | null)?.channels[0]?.length ?? 0;

const check: Check = async (page) => {
  const [microphone, sound, whole] = [
    await page.find('riv-audio'),
    await page.find('riv-audio + riv-audio'),
    await page.find('riv-state'),
  ];
  const seen = follow(sound);
  await page.press('Record');
  await until(() => seen.length >= 3, 'three pieces');
  await page.press('Stop');
  await until(() => microphone.streamState === 'closed', 'the end');
  const lengths = seen.map(({ value }) => lengthOf(value));
  expect(
    [...lengths].sort((a, b) => a - b),
    'ever longer',
  ).to.deep.equal(lengths);
  expect(lengthOf(sound.value)).to.equal(lengthOf(whole.value)); // [C84]
  expect((sound.value as Samples).sampleRate).to.equal(16000);
  const file = await sound.toBlob();
  expect(file!.size, 'one file').to.equal(44 + 2 * lengthOf(sound.value));

  await page.press('Clear');
  await until(() => whole.value === null && sound.value === null && microphone.value === null, 'emptiness');
  await page.press('Record');
  await until(() => sound.value, 'a new piece');
  expect(lengthOf(sound.value), 'begins anew').to.be.below(lengths.at(-1)!);
  await page.press('Stop');
  await until(() => microphone.streamState === 'closed', 'the end');
};

export default check;
