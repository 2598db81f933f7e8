import { expect } from '@esm-bundle/chai';
import { closeParts, mapParts, somePart } from '../../src/shared/values/parts.ts';

const isDate = (part: object) => part instanceof Date;
const swap = (part: object) => (isDate(part) ? 'date' : part);

describe('the parts of a value', () => {
  it('are replaced in lists and plain objects, and what does not change is shared', () => {
    const rows = [[1, 'one']];
    const value = { image: new Date(), rows, list: [new Date(), 2] };
    const mapped = mapParts(value, swap) as typeof value;
    expect(mapped).to.deep.equal({ image: 'date', rows, list: ['date', 2] });
    expect(mapped.rows).to.equal(rows);
    expect(value.image).to.be.a('date');
    expect(mapParts(rows, swap)).to.equal(rows);
  });

  it('are not looked for in objects of a class, nor deeper than a label of an annotation', () => {
    class Own {
      part = new Date();
    }
    const own = new Own();
    const deep = [[[[new Date()]]]];
    const circle: unknown[] = [];
    circle.push(circle);
    expect(mapParts(own, swap)).to.equal(own);
    expect(mapParts(deep, swap)).to.equal(deep);
    expect(mapParts(circle, swap)).to.equal(circle);
    expect(mapParts([[[new Date()]]], swap)).to.deep.equal([[['date']]]);
    expect(somePart([[null, 'x'], { at: new Date() }], isDate)).to.equal(true);
    expect(somePart([1, 2], isDate)).to.equal(false);
  });

  it('that hold memory are closed', async () => {
    const bitmap = await createImageBitmap(new ImageData(2, 2));
    closeParts([bitmap, [[[0, 0, 1, 1], 'box']]]);
    expect(bitmap.width).to.equal(0);
  });
});
