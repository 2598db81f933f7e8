import { expect } from '@esm-bundle/chai';
import type { Check } from '../demos.test.ts';
import { strokes } from '../helpers/digits.ts';
import { sheetOf, stroke } from '../helpers/draw.ts';
import { samples } from '../helpers/models.ts';
import { openPage, until } from '../helpers/pages.ts';

const check: Check = async (plain) => {
  await sheetOf(await plain.find('riv-image')); // it waits for its reader, and has loaded no model
  const folder = await samples();
  if (!folder) return;
  const page = await openPage(`/demos/digits/index.html?model=${folder}models/mnist.onnx`);
  try {
    const [drawing, label] = [await page.find('riv-image'), await page.find('riv-label')];
    const canvas = await sheetOf(drawing);
    const read: string[] = [];
    for (const [digit, lines] of strokes.entries()) {
      for (const points of lines) {
        const places = Array.from(
          { length: points.length / 2 },
          (_, at) => [points[at * 2]! / 100, points[at * 2 + 1]! / 100] as const,
        );
        stroke(canvas, places);
      }
      const shares = await until(() => {
        if (label.status.stage !== 'complete' && label.status.stage !== 'idle') return null;
        return label.value as Record<string, number> | null;
      }, `an answer for ${digit}`);
      const [best] = Object.entries(shares).sort(([, a], [, b]) => b - a);
      read.push(best![0]);
      await page.press('Clear');
      await until(() => label.value === null, 'nothing read of nothing drawn');
    }
    expect(read).to.deep.equal(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(page.problems()).to.deep.equal([]);
  } finally {
    page.close();
  }
};

export default check;
