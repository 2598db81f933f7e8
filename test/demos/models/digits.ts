import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { moved, strokes } from '../../helpers/engines/digits.ts';
import { sheetOf, stroke } from '../../helpers/components/draw.ts';
import { until } from '../../helpers/wait.ts';

/** Ways to draw: how thick, how large, and where the middle is. */
const ways: [name: string, size: number, scale: number, middle: [number, number]][] = [
  ['as one draws', 24, 1, [50, 50]],
  ['thin', 8, 1, [50, 50]],
  ['thick', 36, 1, [50, 50]],
  ['small, in a corner', 16, 0.45, [24, 74]],
  ['large, off the middle', 30, 1.2, [56, 46]],
];

const check: Check = async (page) => {
  const [drawing, label] = [await page.find('riv-image'), await page.find('riv-label')];
  const told = await until(
    () => /KB.* (\d+\.\d) %/.exec(page.document.querySelector('#about')!.textContent!),
    'figures',
  );
  expect(Number(told[1]), 'of digits that are read right').to.be.within(95, 100);
  for (const [way, size, scale, middle] of ways) {
    Object.assign(drawing, { brush: { color: 'white', size, fixed: true } });
    const canvas = await sheetOf(drawing);
    const read: string[] = [];
    for (const [digit, lines] of strokes.entries()) {
      for (const points of moved(lines, scale, middle))
        stroke(
          canvas,
          Array.from({ length: points.length / 2 }, (_, at) => [
            points[at * 2]! / 100,
            points[at * 2 + 1]! / 100,
          ]),
        );
      const shares = await until(() => {
        if (label.status.stage !== 'complete' && label.status.stage !== 'idle') return null;
        return label.value as Record<string, number> | null;
      }, `an answer for ${digit}`);
      const [best] = Object.entries(shares).sort(([, a], [, b]) => b - a);
      read.push(best![0]);
      await page.press('Clear');
      await until(() => label.value === null, 'nothing read of nothing drawn');
    }
    expect(read, way).to.deep.equal(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
  }
};

export default check;
