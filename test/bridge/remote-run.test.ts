import { expect } from '@esm-bundle/chai';
import { RemoteRun } from '../../src/bridge/remote-run.ts';
import { giveBack, toTransfer } from '../../src/shared/values/transfer.ts';

/** A run, and the buffers that went home. */
function open() {
  const home: ArrayBuffer[] = [];
  const remote = new RemoteRun(
    () => undefined,
    (buffer) => home.push(buffer),
    () => undefined,
  );
  const take = (...values: unknown[]) => remote.take({ type: 'yield', run: 1, values, last: false });
  return { remote, home, take };
}

const moving = () => toTransfer(new ImageData(2, 1), new Uint8ClampedArray(8));

describe('a run seen from the page', () => {
  it('unpacks images, also those within lists; one that two outputs share stays here', async () => {
    const { remote, home, take } = open();
    const [alone, shared] = [moving(), moving()];
    take([alone, [[[0, 0, 1, 1], 'box']]], shared, { image: shared });
    const { values } = (await remote.next())!;
    const [[first, boxes], second, { image }] = values as [
      [ImageData, unknown],
      ImageData,
      { image: ImageData },
    ];
    for (const each of [first, second, image]) expect(each).to.be.instanceOf(ImageData);
    expect(boxes).to.deep.equal([[[0, 0, 1, 1], 'box']]);
    const { buffer } = first.data;
    for (const each of [first, second, image]) giveBack(each);
    expect(home).to.deep.equal([buffer]);
  });

  it('closes what nobody takes, also within lists', async () => {
    const { remote, take } = open();
    const bitmaps = await Promise.all([0, 1].map(() => createImageBitmap(new ImageData(2, 1))));
    take([bitmaps[0], []]);
    remote.drop();
    remote.fail(new Error('stopped'));
    take([bitmaps[1], []]);
    expect(bitmaps.map(({ width }) => width)).to.deep.equal([0, 0]);
  });
});
