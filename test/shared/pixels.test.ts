import { expect } from '@esm-bundle/chai';
import type { ValueError } from '../../src/shared/errors.ts';
import { isPixels, toImageData } from '../../src/shared/values/pixels.ts';

const refusal = (run: () => unknown): ValueError => {
  try {
    run();
  } catch (error) {
    return error as ValueError;
  }
  throw new Error('nothing was thrown');
};

describe('toImageData', () => {
  it('shares the memory of RGBA bytes', () => {
    const data = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
    const image = toImageData({ data, width: 2, height: 1 });
    expect([image.width, image.height]).to.deep.equal([2, 1]);
    expect(image.data.buffer).to.equal(data.buffer);
    expect([...image.data]).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('reads a part of a larger buffer', () => {
    const data = new Uint8Array([9, 9, 9, 9, 1, 2, 3, 4]).subarray(4);
    expect([...toImageData({ data, width: 1, height: 1 }).data]).to.deep.equal([1, 2, 3, 4]);
  });

  it('makes RGB opaque', () => {
    const data = new Uint8ClampedArray([1, 2, 3, 4, 5, 6]);
    expect([...toImageData({ data, width: 1, height: 2 }).data]).to.deep.equal([1, 2, 3, 255, 4, 5, 6, 255]);
  });

  it('spreads grey over three channels', () => {
    const data = new Uint8Array([7, 200]);
    expect([...toImageData({ data, width: 2, height: 1 }).data]).to.deep.equal([
      7, 7, 7, 255, 200, 200, 200, 255,
    ]);
  });

  it('[C115] scales floats of 0…1 to 0…255', () => {
    const data = new Float32Array([0, 0.5, 1]);
    expect([...toImageData({ data, width: 1, height: 1 }).data]).to.deep.equal([0, 128, 255, 255]);
  });

  it('[C115] clamps floats outside 0…1', () => {
    const data = new Float64Array([-3, 0.2, 7, 2]);
    expect([...toImageData({ data, width: 1, height: 1 }).data]).to.deep.equal([0, 51, 255, 255]);
  });

  it('[C115] takes a plain array as floats where all lie in 0…1, else as bytes', () => {
    const bytes = (data: number[]) => [...toImageData({ data, width: 1, height: 1 }).data];
    expect(bytes([0, 0.5, 1])).to.deep.equal([0, 128, 255, 255]);
    expect(bytes([-0.1, 0.2, 0.4, 1])).to.deep.equal([0, 51, 102, 255]);
    expect(bytes([1])).to.deep.equal([255, 255, 255, 255]);
    expect(bytes([0, 1, 200])).to.deep.equal([0, 1, 200, 255]);
    expect(bytes([1, 2.6, 300, 128])).to.deep.equal([1, 3, 255, 128]);
    expect(refusal(() => bytes([[0, 1], 2] as number[])).message).to.equal(
      'An image came with an array of 2 in an array of 2, expected numbers: bytes, or floats of 0…1',
    );
  });

  it('says which lengths would fit', () => {
    const error = refusal(() => toImageData({ data: new Uint8Array(5), width: 2, height: 1 }));
    expect(error.name).to.equal('ValueError');
    expect(error.message).to.contain('5 numbers for 2×1 pixels').and.contain('8 (RGBA), 6 (RGB) or 2 (grey)');
  });

  it('refuses sides that are no whole number above 0, and numbers of another kind', () => {
    expect(refusal(() => toImageData({ data: new Uint8Array(4), width: 0, height: 1 })).message).to.contain(
      'width of 0',
    );
    const data = new Int16Array(4) as unknown as Uint8Array;
    expect(refusal(() => toImageData({ data, width: 1, height: 1 })).message).to.contain('Int16Array');
  });

  it('knows what looks like pixels', () => {
    expect(isPixels({ data: new Uint8Array(1), width: 1, height: 1 })).to.equal(true);
    expect(isPixels({ data: 'x', width: 1, height: 1 })).to.equal(false);
    expect(isPixels(null)).to.equal(false);
  });
});
