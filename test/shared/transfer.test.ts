import { expect } from '@esm-bundle/chai';
import { fromTransfer, giveBack, toTransfer } from '../../src/shared/values/transfer.ts';

/** Sends a value through a channel, as between threads. */
async function sent(value: unknown, move: Transferable[]): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  const arrived = new Promise((resolve) => (port2.onmessage = ({ data }) => resolve(data)));
  port1.postMessage(value, move);
  const data = await arrived;
  port1.close();
  return data;
}

describe('an image between threads', () => {
  it('arrives as it left, and its buffer has moved', async () => {
    // Firefox 153 knows one colour space only, and takes no settings.
    const wide = 'colorSpace' in ImageData.prototype;
    const image = wide ? new ImageData(3, 2, { colorSpace: 'display-p3' }) : new ImageData(3, 2);
    image.data.set([1, 2, 3, 4], 8);
    const pixels = new Uint8ClampedArray(image.data);
    const arrived = fromTransfer(await sent(toTransfer(image, pixels), [pixels.buffer])) as ImageData;
    expect(arrived).to.be.instanceOf(ImageData);
    expect([arrived.width, arrived.height, arrived.colorSpace]).to.deep.equal([3, 2, image.colorSpace]);
    expect([...arrived.data]).to.deep.equal([...image.data]);
    expect(pixels.length).to.equal(0);
  });

  it('gives its buffer back once, and only while it has it', () => {
    const home: ArrayBuffer[] = [];
    const arrive = () =>
      fromTransfer(toTransfer(new ImageData(2, 2), new Uint8ClampedArray(16)), (buffer) =>
        home.push(buffer),
      ) as ImageData;
    const image = arrive();
    giveBack(image);
    giveBack(image);
    expect(home).to.deep.equal([image.data.buffer]);
    const gone = arrive();
    structuredClone(gone.data.buffer, { transfer: [gone.data.buffer] });
    for (const value of [gone, new ImageData(1, 1), null, 'text']) giveBack(value);
    expect(home).to.have.length(1);
  });

  it('leaves every other value as it is', () => {
    const object = { data: [1], width: 1, height: 1 };
    for (const value of [null, undefined, 0, 'text', object]) expect(fromTransfer(value)).to.equal(value);
  });
});
