import { expect } from '@esm-bundle/chai';
import { AssetError } from '../../src/shared/errors.ts';
import { lazy } from '../../src/page/lazy.ts';

describe('part', () => {
  it('gives the module', async () => {
    expect(await lazy(async () => ({ answer: 42 }))).to.deep.equal({ answer: 42 });
  });

  it('says that the folder is to be copied as a whole when the server does not have it', async () => {
    const url = new URL('missing-part.js', import.meta.url).href;
    const error = await lazy(() => import(/* @vite-ignore */ url)).catch((thrown: AssetError) => thrown);
    expect(error).to.include({ name: 'AssetError', status: 404 });
    expect((error as AssetError).url).to.contain('missing-part.js');
    expect((error as AssetError).message).to.match(
      /missing: copy the whole folder of rivulet\.js.*\(404: http.*missing-part\.js/,
    );
  });

  it('says what is to be done when it cannot be loaded, and asks anew the next time', async () => {
    const url = new URL('http://localhost:1/missing-part.js').href;
    let asked = 0;
    const load = (): Promise<unknown> => {
      asked += 1;
      return lazy(() => import(/* @vite-ignore */ url));
    };
    const error = await load().then(
      () => null,
      (error: unknown) => error as AssetError,
    );
    expect(error).to.be.instanceOf(AssetError);
    expect(error?.message).to.contain('Check the connection');
    expect(error?.url).to.contain('missing-part.js');
    expect(error?.cause).to.be.instanceOf(TypeError);
    await load().catch(() => undefined);
    expect(asked).to.equal(2);
  });
});
