import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { pixels, write } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const size = await page.find<HTMLElement & { message: string }>('#size');
  const steps = await page.find<HTMLElementTagNameMap['riv-walkthrough']>('#steps');
  const colour = await page.find('#colour');
  const shown = () => [...steps.children].find((step) => step.checkVisibility())?.getAttribute('aria-label');
  await page.press('Example 1: crimson');
  await until(() => colour.value === 'crimson', 'the colour');
  await page.press('Go to the text');
  await until(() => size.message === 'A poster is 10 cm wide at least', 'what is wrong');
  expect(shown()).to.equal('Poster');
  write(size, '20');
  await page.press('Go to the text');
  await until(() => shown() === 'Text', 'the second step');
  await page.press('Make the poster');
  await until(() => shown() === 'Result', 'the third step');
  const { data, width } = (await pixels(await page.find('#poster')))!;
  expect([width, [...data.slice(0, 3)]]).to.deep.equal([200, [220, 20, 60]]);
  await page.press(/Poster$/);
  await until(() => shown() === 'Poster', 'the first step again');
};

export default check;
