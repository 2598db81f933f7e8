import { expect } from '@esm-bundle/chai';
import { inkOn, rgbOf } from '../../../src/components/parts/colour.ts';
import { Labels } from '../../../src/components/annotated-image/labels.ts';

const luminance = (colour: string): number => {
  const [r, g, b] = rgbOf(colour).map((level) => {
    const share = level / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};
const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
};

describe('the labels of annotations', () => {
  it('have colours that differ, and are seen on light and on dark ground', () => {
    const labels = new Labels();
    const colours = Array.from({ length: 12 }, (_, at) => labels.colourOf(`label ${at}`));
    expect(new Set(colours.map((colour) => rgbOf(colour).join())).size).to.equal(12);
    for (const colour of colours)
      for (const ground of ['#ffffff', '#18181b']) expect(contrast(colour, ground), colour).to.be.above(3);
    for (const colour of [...colours, 'black', 'white', 'yellow', 'navy', '#777', '#747474'])
      expect(contrast(colour, inkOn(colour)), colour).to.be.above(4.5);
  });

  it('keep order and colour, also while they are away; the oldest of very many are forgotten', () => {
    const labels = new Labels();
    expect(labels.note(new Set(['b', 'a']))).to.equal(true);
    const a = labels.colourOf('a');
    expect(labels.note(new Set(['a']))).to.equal(false);
    expect(labels.note(new Set(['c', 'b']))).to.equal(true);
    expect([labels.all, labels.colourOf('a')]).to.deep.equal([['b', 'a', 'c'], a]);
    for (let at = 0; at < 50; at++) labels.note(new Set(['a', `score 0.${at}`]));
    expect(labels.all.length).to.equal(24);
    expect([labels.all[0], labels.colourOf('a')]).to.deep.equal(['a', a]);
    expect(new Set(labels.all.map((label) => labels.colourOf(label))).size).to.equal(24);
  });
});
