import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { drawnDigit } from '../../helpers/engines/digits.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [picture, result] = [await page.find('riv-image'), await page.find('riv-label')];
  const best = async (what: string) => {
    await page.press('Submit');
    const value = (await until(() => result.status.stage !== 'pending' && result.value, what)) as object;
    const [[label, share] = []] = Object.entries(value).sort(([, a], [, b]) => b - a);
    expect(Object.keys(value), 'classes').to.have.length(5);
    expect(share, what).to.be.above(0.5);
    return label;
  };
  expect(await best('the seven')).to.equal('7');
  result.value = null;
  const { ImageData, Uint8ClampedArray } = page.window;
  picture.value = new ImageData(new Uint8ClampedArray(drawnDigit(3).data), 280);
  expect(await best('the three')).to.equal('3');
};

export default check;
