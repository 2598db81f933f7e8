import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import type { Component } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const host = await page.find<Component & { sliderPosition: number }>('riv-image-slider');
  await page.press('Submit');
  await until(() => host.value, 'two pictures');
  const range = await until(
    () => host.shadowRoot!.querySelector<HTMLInputElement>('input[type=range]'),
    'a slider',
  );
  const pictures = () =>
    [...host.shadowRoot!.querySelectorAll<HTMLCanvasElement>('.picture')]
      .map(({ width, height }) => `${width}×${height}`)
      .join();
  await until(() => pictures() === '640×480,640×480', 'both pictures in their size');
  range.value = '20';
  range.dispatchEvent(new page.window.Event('input'));
  expect(host.sliderPosition).to.equal(20);
};

export default check;
