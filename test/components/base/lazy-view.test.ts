import { expect } from '@esm-bundle/chai';
import { LitElement } from 'lit';
import { LazyView } from '../../../src/components/base/lazy-view.ts';
import { RivImage } from '../../../src/components/image/image.ts';
import { AssetError } from '../../../src/shared/errors.ts';
import { lazy } from '../../../src/page/lazy.ts';
import { pictureOf, plain } from '../../helpers/components/image.ts';

afterEach(() => {
  document.body.querySelectorAll('riv-image, lazy-box').forEach((each) => each.remove());
});

describe('an Image whose face is still being loaded', () => {
  const kinds: Record<string, ConstructorParameters<typeof RivImage>[0]> = {
    'an input': { label: 'Photo' },
    'an input of one source': { sources: ['upload'] },
    'a camera': { sources: ['webcam'], streaming: true },
    'an output': { interactive: false, label: 'Result' },
    'one without a label': { showLabel: false },
    'one of a fixed height': { height: 320, width: 280 },
  };
  for (const [kind, options] of Object.entries(kinds))
    it(`is as large as it will be: ${kind}`, async () => {
      const image = new RivImage(options);
      document.body.append(image);
      await Promise.resolve();
      const { width, height } = image.getBoundingClientRect();
      expect(image.shadowRoot!.querySelector('.stage')).to.not.equal(null);
      expect(image.shadowRoot!.querySelector('.card')).to.equal(null);
      await image.updateComplete;
      expect(image.shadowRoot!.querySelector('.card')).to.not.equal(null);
      const after = image.getBoundingClientRect();
      expect([after.width, after.height]).to.deep.equal([width, height]);
    });

  it('has its value at once, in a page or not, and shows it when it can', async () => {
    const image = new RivImage({ value: plain(3, 2) });
    expect((image.value as ImageData).width).to.equal(3);
    expect((await createImageBitmap((await image.toBlob())!)).width).to.equal(3);
    document.body.append(image);
    image.clear();
    expect(image.value).to.equal(null);
    image.fromHandler(plain(5, 2));
    await image.updateComplete;
    expect(pictureOf(image)!.width).to.equal(5);
  });
});

describe('a face', () => {
  let answer: () => Promise<string> = () => Promise.resolve('face');
  class LazyBox extends LitElement {
    message = '';
    lazyView = new LazyView(this, () => lazy(() => answer()));
  }
  customElements.define('lazy-box', LazyBox);

  it('that cannot be loaded is told of, and tried again when the element is put into the page again', async () => {
    const box = new LazyBox();
    answer = () => Promise.reject(new TypeError('Failed to fetch: https://example.org/face.js'));
    document.body.append(box);
    await box.lazyView.settled();
    expect(box.lazyView.view).to.equal(null);
    expect(box.message).to.match(/part of Rivulet could not be loaded.*example\.org/);
    answer = () => Promise.resolve('face');
    document.body.append(box);
    await box.lazyView.settled();
    expect([box.lazyView.view, box.message]).to.deep.equal(['face', '']);
  });

  it('that comes does not take away what another part has said', async () => {
    const box = new LazyBox();
    box.message = 'The image cannot be shown.';
    document.body.append(box);
    await box.lazyView.settled();
    expect([box.lazyView.view, box.message]).to.deep.equal(['face', 'The image cannot be shown.']);
  });

  it('is loaded for no element that is in no page', async () => {
    answer = () => Promise.reject(new AssetError('asked for', { url: '' }));
    const box = new LazyBox();
    await box.lazyView.settled();
    expect([box.lazyView.view, box.message]).to.deep.equal([null, '']);
  });
});
