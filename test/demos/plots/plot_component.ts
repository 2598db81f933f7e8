import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const plot = await page.find('riv-plot');
  const kinds = await page.find('riv-radio');
  const drawn = (selector: string) =>
    until(() => plot.shadowRoot!.querySelector(`.figure ${selector}`), selector);
  const choose = (kind: string) =>
    kinds.shadowRoot!.querySelectorAll('input')[['Vega-Lite', 'Plotly', 'SVG'].indexOf(kind)]!.click();
  await drawn('canvas');
  choose('Plotly');
  await drawn('.main-svg .barlayer');
  choose('SVG');
  await drawn('rect > title');
  expect(plot.shadowRoot!.querySelectorAll('.figure rect > title')).to.have.length(11);
};

export default check;
