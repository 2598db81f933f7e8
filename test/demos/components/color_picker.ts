import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { pixels, write } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

/** The colours of what is not see-through. */
const coloursOf = ({ data }: ImageData): Set<string> => {
  const found = new Set<string>();
  for (let at = 0; at < data.length; at += 4)
    if (data[at + 3]! === 255) found.add(data.slice(at, at + 3).join());
  return found;
};

const check: Check = async (page) => {
  const output = await page.find('[slot="output"]');
  await until(() => output.value, 'the icon in teal');
  expect([...coloursOf((await pixels(output))!)]).to.deep.equal(['0,128,128']);
  write(await page.find('riv-color-picker'), 'rgb(255 136 0)');
  await until(async () => coloursOf((await pixels(output))!).has('255,136,0'), 'the icon in orange');
};

export default check;
