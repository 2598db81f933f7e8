import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { captions, cells } from '../../helpers/components/gallery.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const host = await page.find('riv-gallery');
  const counts: number[] = [];
  host.addEventListener('change', () => counts.push((host.value as unknown[]).length));
  await page.press('Generate pictures');
  await until(() => counts.length === 3, 'three pictures');
  expect(counts).to.deep.equal([1, 2, 3]);
  await until(() => cells(host).length === 3, 'three cells');
  expect(captions(host)).to.deep.equal(['Label 1', 'Label 2', 'Label 3']);
  const image = await until(() => host.shadowRoot!.querySelector('img'), 'a picture');
  await until(() => image.naturalWidth === 320, 'its pixels');
};

export default check;
