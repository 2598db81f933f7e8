import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { pixels } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const editor = await page.find('riv-image-editor');
  const output = await page.find('[slot=output]');
  const parts = await page.find('riv-json');
  const paper = await until(
    () => editor.shadowRoot!.querySelector<HTMLCanvasElement>('.paper[width="640"]'),
    'the picture',
  );
  const box = paper.getBoundingClientRect();
  const point = (name: string, x: number, y: number) => {
    const { PointerEvent: Own } = page.window as unknown as { PointerEvent: typeof PointerEvent };
    const [clientX, clientY] = [box.left + x * box.width, box.top + y * box.height];
    paper.dispatchEvent(new Own(name, { clientX, clientY, pointerId: 7, bubbles: true }));
  };
  paper.setPointerCapture = () => {};
  point('pointerdown', 0.5, 0.5);
  point('pointermove', 0.75, 0.5);
  point('pointerup', 0.75, 0.5);
  await until(() => output.value, 'the mask');
  const { data, width, height } = (await pixels(output))!;
  const at = (x: number, y: number) => data[(Math.round(y * height) * width + Math.round(x * width)) * 4];
  expect([at(0.5, 0.5), at(0.7, 0.5), at(0.25, 0.5)]).to.deep.equal([255, 255, 0]);
  expect(parts.value).to.deep.equal({ background: [width, height], layers: 1 });
};

export default check;
