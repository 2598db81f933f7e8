import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

interface Viewer extends HTMLElement {
  loaded: boolean;
  getDimensions(): { x: number; y: number; z: number };
}

const check: Check = async (page) => {
  const viewer = (slot: string) =>
    page.document.querySelector(`[slot=${slot}]`)!.shadowRoot?.querySelector<Viewer>('model-viewer');
  await page.press('Paint it');
  const output = await page.find('[slot=output]');
  const painted = (await until(() => output.value, 'the painted one')) as Blob;
  const bytes = new Uint8Array(await painted.arrayBuffer());
  const { length } = bytes;
  expect(new TextDecoder().decode(bytes.subarray(0, 4))).to.equal('glTF');
  expect(new DataView(bytes.buffer).getUint32(8, true)).to.equal(length);
  await until(() => viewer('input')?.loaded, 'the model');
  const { x, y, z } = viewer('input')!.getDimensions();
  expect([x, y, z].map(Math.round)).to.deep.equal([6, 6, 3]);
};

export default check;
