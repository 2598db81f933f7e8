import { expect } from '@esm-bundle/chai';
import { AssetError, CameraError, HandlerError, isAbort } from '../../src/shared/errors.ts';
import { fromWire, toWire } from '../../src/shared/wire-error.ts';

const travel = (error: unknown) => fromWire(structuredClone(toWire(error)));

describe('errors between threads', () => {
  it('keep class, fields, stack and the chain of causes', () => {
    const cause = new RangeError('too far', { cause: 'just words' });
    const error = travel(
      new HandlerError('failed', { handler: 'edges', title: 'Oh', cause }),
    ) as HandlerError;
    expect(error).to.be.instanceOf(HandlerError);
    expect(error).to.include({ name: 'HandlerError', message: 'failed', handler: 'edges', title: 'Oh' });
    expect(error.cause).to.include({ name: 'RangeError', message: 'too far' });
    expect((error.cause as Error).cause).to.equal('just words');
    expect(error.stack).to.include('wire-error.test');
  });

  it('keep reason, URL and status', () => {
    expect(travel(new CameraError('no', { reason: 'denied' }))).to.include({ reason: 'denied' });
    expect(travel(new AssetError('no', { url: 'https://a/b', status: 404 }))).to.include({
      url: 'https://a/b',
      status: 404,
    });
  });

  it('travel with some of their causes, however many there are, or round and round they go', () => {
    const round = new Error('a', { cause: new Error('b') });
    (round.cause as Error).cause = round;
    let many: Error = new Error('first');
    for (let at = 0; at < 10_000; at++) many = new Error(`cause ${at}`, { cause: many });
    for (const error of [round, many]) {
      let count = 0;
      let last: unknown = travel(error);
      expect((last as Error).message).to.equal(error.message);
      for (; last instanceof Error; last = last.cause) count += 1;
      expect(count).to.equal(21);
      expect(last).to.contain('further causes are left out');
    }
  });

  it('are cut where they are longer than anybody reads', () => {
    const { message, stack = '' } = travel(new Error('x'.repeat(5_000_000)));
    expect(message).to.have.length.below(10_100);
    expect(message).to.match(/^x{10000}… \(5000000 characters\)$/);
    expect(stack.length).to.be.below(10_100);
  });

  it('stay recognisable when they are aborts, or no errors at all', () => {
    expect(isAbort(travel(new DOMException('stop', 'AbortError')))).to.equal(true);
    expect(travel('words').message).to.equal('words');
    expect(travel(undefined).message).to.equal('undefined');
    expect(travel({ message: 'like an error' }).message).to.equal('like an error');
  });
});
