import { expect } from '@esm-bundle/chai';
import { iou, nonMaximumSuppression, softmax, topK } from '../../src/runner/tools/detections.ts';

describe('the arithmetic after a model', () => {
  it('softmax: shares that add up to 1, also of large scores', () => {
    const shares = softmax([1000, 1000 + Math.log(3)]);
    expect(Math.abs(shares[0]! - 0.25)).to.be.below(1e-4);
    expect(Math.abs(shares[1]! - 0.75)).to.be.below(1e-4);
    expect(softmax([])).to.have.length(0);
  });

  it('topK: the highest first, with labels', () => {
    expect(topK(Float32Array.of(0.25, 0.5, 0.125), 2, ['cat', 'dog', 'cow'])).to.deep.equal([
      { index: 1, score: 0.5, label: 'dog' },
      { index: 0, score: 0.25, label: 'cat' },
    ]);
    expect(topK([1, 2]).map(({ label }) => label)).to.deep.equal(['1', '0']);
    const unsure = [Number.NaN, 0.2, 0.9, Number.NaN, 0.5];
    expect(
      topK(unsure, 3).map(({ index }) => index),
      'what is no number last',
    ).to.deep.equal([2, 4, 1]);
  });

  it('iou: what two boxes share, by what they cover', () => {
    expect(iou([0, 0, 2, 2], [0, 0, 2, 2])).to.equal(1);
    expect(iou([0, 0, 2, 2], [1, 0, 3, 2])).to.equal(1 / 3);
    expect(iou([0, 0, 2, 2], [2, 0, 4, 2])).to.equal(0);
    expect(iou([0, 0, 0, 0], [0, 0, 0, 0])).to.equal(0);
  });

  it('nonMaximumSuppression: one box for each thing', () => {
    const boxes = [
      [0, 0, 10, 10],
      [1, 0, 11, 10],
      [20, 20, 30, 30],
      [50, 50, 60, 60],
    ];
    const scores = [0.8, 0.9, 0.7, 0.2];
    const kept = nonMaximumSuppression(boxes, scores);
    expect(kept).to.deep.equal([
      { index: 1, score: 0.9, box: [1, 0, 11, 10] },
      { index: 2, score: 0.7, box: [20, 20, 30, 30] },
    ]);
    expect(nonMaximumSuppression(boxes.flat(), scores), 'as models give them').to.deep.equal(kept);
    const indices = (options: object) =>
      nonMaximumSuppression(boxes, scores, options).map(({ index }) => index);
    expect(indices({ iouThreshold: 0.9 })).to.deep.equal([1, 0, 2]);
    expect(indices({ scoreThreshold: 0.1 })).to.deep.equal([1, 2, 3]);
    expect(indices({ maxOutputSize: 1 })).to.deep.equal([1]);
    expect(nonMaximumSuppression([], [])).to.deep.equal([]);
    const pairs = scores.flatMap((score) => [1 - score, score]); // no, yes: as many models give them
    for (const given of [boxes, boxes.flat()])
      expect(() => nonMaximumSuppression(given, pairs)).to.throw('8 scores for 4 boxes');
  });
});
