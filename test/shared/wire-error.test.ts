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

  it('stay recognisable when they are aborts, or no errors at all', () => {
    expect(isAbort(travel(new DOMException('stop', 'AbortError')))).to.equal(true);
    expect(travel('words').message).to.equal('words');
    expect(travel(undefined).message).to.equal('undefined');
    expect(travel({ message: 'like an error' }).message).to.equal('like an error');
  });
});
