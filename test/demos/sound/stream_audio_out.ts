import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { loudest, soundOf } from '../../helpers/media/demo-sound.ts';
import { pick } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [files, bytes] = [
    await page.find('riv-column:first-child riv-audio'),
    await page.find('riv-column:last-child riv-audio'),
  ];
  await page.press('Stream as files');
  await page.press('Stream as bytes');
  const [wavs, whole] = [
    await until(() => soundOf(files, 128_000), 'WAVs'),
    await until(() => soundOf(bytes, 128_000), 'bytes'),
  ];
  expect(loudest(wavs)).to.be.within(0.2, 0.6);
  expect(whole.channels[0]).to.deep.equal(wavs.channels[0]);
  const before = files.value;
  pick(await page.find('riv-radio'), 'mp3');
  await page.press('Stream as files');
  const mp3s = await until(() => (files.value === before ? null : soundOf(files, 128_000)), 'MP3s'); // [C117]
  expect(loudest(mp3s)).to.be.within(0.2, 0.6);
};

export default check;
