import { expect } from '@esm-bundle/chai';
import { joined } from '../../../src/components/native-plot/data/append.ts';
import { makeModel } from '../../../src/components/native-plot/data/make-model.ts';
import type { Mark, Wishes } from '../../../src/components/native-plot/data/model.ts';
import { readTable } from '../../../src/shared/values/table.ts';

const USUAL: Wishes = {
  mark: 'line',
  x: '',
  y: '',
  color: '',
  xType: '',
  xBin: '',
  yAggregate: '',
  sort: null,
  window: null,
};

const model = (value: unknown, wishes: Partial<Wishes> = {}) =>
  makeModel(readTable(value, { firstRow: true }), { ...USUAL, ...wishes });
const seriesOf = (value: unknown, wishes: Partial<Wishes> = {}) =>
  model(value, wishes)!.series.map(({ name, ys }) => [name, ys]);
const refusal = (value: unknown, wishes: Partial<Wishes>) => {
  try {
    model(value, wishes);
    return '';
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
};

describe('what a plot is drawn from', () => {
  it('takes the first column for x and the first numbers for y', () => {
    const { xs, xKind, xName, yName, series } = model({ name: ['a', 'b'], note: ['x', 'y'], n: [1, 2] })!;
    expect({ xs, xKind, xName, yName }).to.deep.equal({
      xs: [0, 1],
      xKind: 'category',
      xName: 'name',
      yName: 'n',
    });
    expect(series[0]!.ys).to.deep.equal([1, 2]);
  });

  it('orders x, and has a place for each x and series, so that lines meet', () => {
    const rows = [
      ['t', 'v', 'who'],
      [2, 20, 'a'],
      [1, 10, 'a'],
      [1, 11, 'b'],
      [3, 33, 'b'],
    ];
    expect(model(rows, { color: 'who' })!.xs).to.deep.equal([1, 2, 3]);
    expect(seriesOf(rows, { color: 'who' })).to.deep.equal([
      ['a', [10, 20, undefined]],
      ['b', [11, undefined, 33]],
    ]);
  });

  it('finds dates of any form: Date, ISO text, and numbers in a column called after a time', () => {
    const seconds = new Date(2026, 0, 2).getTime() / 1000;
    for (const [when, type] of [
      [new Date(2026, 0, 2), ''],
      ['2026-01-02', ''],
      ['2026-01-02T00:00:00', ''],
      [seconds, ''],
      [seconds * 1000, ''],
    ] as const) {
      const { xs, xKind } = model({ time: [when], v: [1] }, { xType: type })!;
      expect([xs[0], xKind], String(when)).to.deep.equal([seconds, 'time']);
    }
    expect(model({ people: [seconds], v: [1] })!.xKind).to.equal('number');
    expect(model({ people: [seconds], v: [1] }, { xType: 'time' })!.xKind).to.equal('time');
    expect(model({ year: [2020, 2021], v: [1, 2] }, { xType: 'category' })!.categories).to.deep.equal([
      '2020',
      '2021',
    ]);
  });

  it('puts numbers and times into bins, and sums, or what is asked for', () => {
    const rows = { x: [1, 4, 11, 12, 13], y: [1, 2, 3, 4, 8] };
    const wishes = (yAggregate: string) => ({ xBin: 10, yAggregate });
    expect(model(rows, { xBin: '10' })!.xs).to.deep.equal([0, 10]);
    expect(seriesOf(rows, { xBin: 10 })).to.deep.equal([['', [3, 15]]]);
    for (const [name, ys] of Object.entries({
      sum: [3, 15],
      mean: [1.5, 5],
      median: [1.5, 4],
      min: [1, 3],
      max: [2, 8],
      count: [2, 3],
    }))
      expect(seriesOf(rows, wishes(name)), name).to.deep.equal([['', ys]]);
    expect(model(rows, wishes('mean'))!.yName).to.equal('mean of y');

    const day = (date: number, hour: number) => new Date(2026, 5, date, hour).toISOString();
    const days = { when: [day(1, 1), day(1, 23), day(2, 0)], v: [1, 2, 4] };
    expect(seriesOf(days, { xBin: '1d' })).to.deep.equal([['', [3, 4]]]);
    expect(model(days, { xBin: '1d' })!.xs[0]).to.equal(new Date(2026, 5, 1).getTime() / 1000);
    expect(model({ n: [0, 61], v: [1, 2] }, { xBin: '1m' })!.xKind).to.equal('time');
  });

  it('stacks the bars of several colours, those below nought downwards, and sums what is one bar', () => {
    const rows = [
      { k: 'a', v: 1, c: 'r' },
      { k: 'a', v: 2, c: 'r' },
      { k: 'a', v: 4, c: 's' },
      { k: 'a', v: -5, c: 't' },
      { k: 'b', v: 7, c: 's' },
    ];
    const { series } = model(rows, { mark: 'bar', color: 'c' })!;
    expect(series.map(({ ys, bases }) => [ys[0], bases![0]])).to.deep.equal([
      [3, 0],
      [4, 3],
      [-5, 0],
    ]);
    expect(series[1]!.ys).to.deep.equal([4, 7]);
  });

  it('counts without a column of numbers', () => {
    const { series, yName } = model({ kind: ['a', 'b', 'a'] }, { mark: 'bar', yAggregate: 'count' })!;
    expect([yName, series[0]!.ys]).to.deep.equal(['count', [2, 1]]);
  });

  it('orders categories by name, by value, or as the page says', () => {
    const rows = { k: ['b', 'c', 'a'], v: [3, 1, 2] };
    const order = (sort: unknown) => model(rows, { mark: 'bar', sort })!.categories.join('');
    expect([null, 'x', '-x', 'y', '-y', ['c', 'b'], 'a, c', '["a"]'].map(order)).to.deep.equal([
      'bca',
      'abc',
      'cba',
      'cab',
      'bac',
      'cba',
      'acb',
      'abc',
    ]);
    expect(seriesOf(rows, { mark: 'bar', sort: '-y' })).to.deep.equal([['', [3, 2, 1]]]);
  });

  it('has shades for a colour of numbers, and names for a few whole ones', () => {
    const rows = { x: [1, 2, 3], y: [1, 2, 3], heat: [0, 0.5, 12], kind: [2, 1, 2] };
    const shades = model(rows, { mark: 'point', color: 'heat' })!;
    expect(shades.ramp).to.deep.equal([0, 12]);
    expect(shades.series.filter(({ ys }) => ys.some((y) => y !== undefined))).to.have.length(2);
    expect(seriesOf(rows, { mark: 'point', color: 'kind' }).map(([name]) => name)).to.deep.equal(['1', '2']);
  });

  it('keeps the last rows of a window', () => {
    expect(model({ x: [1, 2, 3], y: [1, 2, 3] }, { window: 2 })!.xs).to.deep.equal([2, 3]);
  });

  it('of no rows is nothing, and one point is a point', () => {
    for (const value of [null, [], { x: [], y: [] }, 'x,y\n'])
      expect(model(value, { x: 'gone' })).to.equal(null);
    expect(model({ x: [5], y: [7] })!.xs).to.deep.equal([5]);
  });

  it('leaves gaps for NaN and Infinity, and says so', () => {
    const rows = { x: [1, 2, 3, 4, Number.NaN], y: [1, Number.NaN, Infinity, null, 5] };
    const { series, notes } = model(rows)!;
    expect(series[0]!.ys).to.deep.equal([1, null, null, null]);
    expect(notes.join(' ')).to.equal(
      '1 row without a value in “x” left out; 3 rows without a number in “y” drawn as gaps.',
    );
  });

  it('refuses columns that are not there, texts in y, and options that do not fit, in words', () => {
    const rows = { x: [1], y: [2], word: ['many'] };
    expect(refusal(rows, { x: 'z' })).to.equal(
      'ValueError: has no column "z" for x; there are "x", "y", "word"',
    );
    expect(refusal(rows, { y: 'word' })).to.equal(
      'ValueError: got "many" in row 1 of column "word", expected numbers for y',
    );
    expect(refusal(rows, { color: 'no' })).to.contain('no column "no" for color');
    expect(refusal(rows, { xBin: 'often' })).to.contain('got "often" as xBin, expected a number above 0');
    expect(refusal(rows, { x: 'word', xBin: 2 })).to.contain('holds neither numbers nor dates');
    expect(refusal(rows, { yAggregate: 'mode' })).to.contain('expected one of sum, mean, median');
    expect(refusal({ ...rows, word: ['a'] }, { x: 'word', sort: 5 })).to.contain('got 5 as sort');
  });

  for (const mark of ['line', 'point', 'bar'] as Mark[])
    it(`thins a million rows for a ${mark} within a few seconds, keeping what stands out`, () => {
      const n = 1e6;
      const xs = Float64Array.from({ length: n }, (_, at) => (at * 7919) % n);
      const ys = Float64Array.from(xs, (x) => Math.sin(x / 1e5) + (x === 500_000 ? 10 : 0));
      const start = performance.now();
      const { series, notes, drawn } = model({ x: xs, y: ys }, { mark, xBin: mark === 'bar' ? 1000 : '' })!;
      expect(performance.now() - start).to.be.below(8000);
      expect(drawn).to.be.below(60_000);
      if (mark === 'bar') return;
      expect(notes.join()).to.match(/1,000,000 points, thinned/);
      if (mark === 'line') expect(Math.max(...(series[0]!.ys as number[]))).to.be.above(9);
    }).timeout(20_000);
});

describe('tables of a stream', () => {
  it('are joined by the names of their columns, one row as an object', () => {
    let value: unknown = null;
    for (const each of [
      { t: [1, 2], v: [3, 4] },
      { t: 3, v: 5 },
      [{ v: 6, t: 4 }],
      { headers: ['t', 'w'], data: [[5, 9]] },
    ])
      value = joined(value, each, null);
    expect(value).to.deep.equal({
      headers: ['t', 'v', 'w'],
      data: [
        [1, 3, null],
        [2, 4, null],
        [3, 5, null],
        [4, 6, null],
        [5, null, 9],
      ],
    });
    expect(joined(value, { t: 6, v: 1, w: 1 }, 2).data).to.deep.equal([
      [5, null, 9],
      [6, 1, 1],
    ]);
  });
});
