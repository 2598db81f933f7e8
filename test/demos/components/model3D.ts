import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

/** What is drawn is a matter of the component's own test: without a graphics card it takes long. */
const check: Check = async (page) => {
  await page.press('Paint it');
  const output = await page.find('[slot=output]');
  const painted = (await until(() => output.value, 'the painted one')) as Blob;
  const bytes = new Uint8Array(await painted.arrayBuffer());
  const view = new DataView(bytes.buffer);
  expect(new TextDecoder().decode(bytes.subarray(0, 4))).to.equal('glTF');
  expect(view.getUint32(8, true)).to.equal(bytes.length);
  const json = JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + view.getUint32(12, true))));
  const levels = json.materials[0].pbrMetallicRoughness.baseColorFactor as number[];
  expect(levels.map((level) => Math.round(level * 100))).to.deep.equal([6, 23, 46, 100]);
};

export default check;
