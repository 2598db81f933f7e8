import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { type Component, write } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const boxes = () => [...page.document.querySelectorAll<Component>('riv-render riv-textbox')];
  await until(() => boxes().length === 3, 'three boxes');
  const output = [...page.document.querySelectorAll<Component>('riv-textbox')].find(
    (box) => !boxes().includes(box),
  )!;
  write(boxes()[0]!, 'to be');
  write(boxes()[2]!, 'seen');
  await page.press('Join');
  await until(() => output.value === 'to be seen', 'the joined text');

  write(await page.find('riv-slider'), '5');
  await until(() => boxes().length === 5, 'five boxes');
  expect(boxes().map(({ value }) => value)).to.deep.equal(['to be', '', 'seen', '', '']); // [C70]
  write(boxes()[4]!, 'again');
  await page.press('Join');
  await until(() => output.value === 'to be seen again', 'the text of five boxes');
  await page.press('Clear all 5 boxes');
  await until(() => boxes().every(({ value }) => value === ''), 'empty boxes'); // [C69]
};

export default check;
