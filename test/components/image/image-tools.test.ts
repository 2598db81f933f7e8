import { expect } from '@esm-bundle/chai';
import { RivImage } from '../../../src/components/image/image.ts';
import { pictureOf, pixelOf, plain, plainFile } from '../../helpers/components/image.ts';
import { button } from '../../helpers/press.ts';
import { once, recordEvents, until } from '../../helpers/wait.ts';
import { place } from '../../helpers/page.ts';

const putImage = (options: ConstructorParameters<typeof RivImage>[0] = {}): RivImage =>
  place(new RivImage(options));

afterEach(() => {
  document.body.querySelectorAll('riv-image').forEach((each) => each.remove());
});

const surface = (image: RivImage) => image.shadowRoot!.querySelector('.surface')!;

function fileTransfer(...files: File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

describe('the buttons of an Image', () => {
  it('are there only when there is a picture, and only the wanted ones', async () => {
    const image = putImage({ interactive: false, buttons: ['download'] });
    await image.updateComplete;
    expect(button(image, 'Download')).to.equal(null);
    image.fromHandler(plain(2, 2));
    await image.updateComplete;
    expect(button(image, 'Download')).to.not.equal(null);
    expect(button(image, 'Fullscreen')).to.equal(null);
    expect(button(image, 'Clear')).to.equal(null);
  });

  it('say why a picture of another place cannot be saved', async () => {
    const image = putImage({ interactive: false });
    image.value = URL.createObjectURL(await plainFile(2, 2));
    await image.updateComplete;
    const { fetch } = window;
    window.fetch = async () => new Response('', { status: 403 });
    try {
      button(image, 'Download')!.click();
      await until(() => image.message !== '');
    } finally {
      window.fetch = fetch;
    }
    expect(image.message).to.contain('HTTP status 403');
  });

  it('[C148] save a file under its own name, and pixels as image.png', async () => {
    const saved: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      saved.push(this.download);
    };
    try {
      const image = putImage({ value: await plainFile(3, 3, 'cat.png') });
      await image.updateComplete;
      button(image, 'Download')!.click();
      await until(() => saved.length === 1);
      image.value = plain(2, 2);
      button(image, 'Download')!.click();
      await until(() => saved.length === 2);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(saved).to.deep.equal(['cat.png', 'image.png']);
  });

  it('share the file with other programs, where the browser can', async () => {
    const given: ShareData[] = [];
    let answer: () => Promise<void> = async () => {};
    const fake = (canShare: (() => boolean) | undefined) => {
      Object.defineProperty(navigator, 'canShare', { value: canShare, configurable: true });
      Object.defineProperty(navigator, 'share', {
        value: (data: ShareData) => (given.push(data), answer()),
        configurable: true,
      });
    };
    try {
      fake(undefined);
      const image = putImage({ value: await plainFile(3, 3, 'cat.png') });
      await image.updateComplete;
      expect(button(image, 'Share')).to.equal(null);
      fake(() => true);
      image.requestUpdate();
      await image.updateComplete;
      button(image, 'Share')!.click();
      await until(() => given.length === 1);
      expect(given[0]!.files!.map(({ name, type }) => [name, type])).to.deep.equal([
        ['cat.png', 'image/png'],
      ]);
      answer = () => Promise.reject(new DOMException('', 'AbortError'));
      button(image, 'Share')!.click();
      await until(() => given.length === 2);
      fake(() => false); // not files of this kind
      button(image, 'Share')!.click();
      await image.toBlob();
      await image.updateComplete;
      expect([given.length, image.message]).to.deep.equal([2, '']);
    } finally {
      for (const name of ['share', 'canShare'])
        delete (navigator as unknown as Record<string, unknown>)[name];
    }
  });

  it('[C147] fill the window; Escape leaves', async () => {
    const image = putImage({ value: plain(4, 3) });
    image.style.transform = 'translateX(10px)';
    await image.updateComplete;
    const before = surface(image).getBoundingClientRect().toJSON();
    button(image, 'Fullscreen')!.click();
    await image.updateComplete;
    const full = surface(image).getBoundingClientRect();
    expect([full.left, full.top, full.width, full.height]).to.deep.equal([0, 0, innerWidth, innerHeight]);
    expect(button(image, 'Exit fullscreen')).to.not.equal(null);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await image.updateComplete;
    expect(surface(image).getBoundingClientRect().toJSON()).to.deep.equal(before);
  });

  it('clear: clear, input and change fire', async () => {
    const image = putImage({ value: plain(4, 3) });
    await image.updateComplete;
    const fired = recordEvents(image, RivImage.events);
    button(image, 'Clear')!.click();
    expect(fired).to.deep.equal(['clear', 'input', 'change']);
    expect(image.value).to.equal(null);
    await until(() => pictureOf(image) === null);
  });

  it('[C146] switch the source, which clears the picture', async () => {
    const image = putImage({ sources: ['upload', 'clipboard'], value: plain(4, 3) });
    await image.updateComplete;
    expect(button(image, 'Upload')!.getAttribute('aria-pressed')).to.equal('true');
    button(image, 'Clipboard')!.click();
    await image.updateComplete;
    expect(image.value).to.equal(null);
    expect(button(image, 'Clipboard')!.getAttribute('aria-pressed')).to.equal('true');
    expect(button(image, 'Paste from clipboard')).to.not.equal(null);
  });
});

describe('pressing on a picture', () => {
  it('[C145] tells the place in its own pixels, and nothing beside it', async () => {
    const image = putImage({ interactive: false, value: plain(200, 50) });
    await image.updateComplete;
    const picture = pictureOf(image)!;
    const box = picture.getBoundingClientRect();
    const at = (x: number, y: number) =>
      picture.dispatchEvent(
        new MouseEvent('click', {
          bubbles: true,
          clientX: box.left + box.width * x,
          clientY: box.top + box.height * y,
        }),
      );
    const selected = once(image, 'select');
    at(0.25, 0.5);
    const [x, y] = (await selected).detail.index;
    expect(x).to.be.closeTo(50, 1); // a mouse event has whole pixels of the page
    expect(y).to.be.closeTo(25, 1);
    const fired = recordEvents(image, ['select']);
    at(0.5, 0.01);
    expect(fired).to.deep.equal([]);
  });
});

describe('dropping and pasting', () => {
  it('replaces the picture by the first image', async () => {
    const image = putImage({ value: plain(4, 3) });
    await image.updateComplete;
    const text = new File(['x'], 'x.txt', { type: 'text/plain' });
    const dataTransfer = fileTransfer(text, await plainFile(7, 7, 'dropped.png'));
    surface(image).dispatchEvent(new DragEvent('dragover', { dataTransfer, cancelable: true }));
    await image.updateComplete;
    expect(surface(image).classList.contains('dropping')).to.equal(true);
    const uploaded = once(image, 'upload');
    surface(image).dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    await uploaded;
    expect((image.value as File).name).to.equal('dropped.png');
    await image.updateComplete;
    expect(surface(image).classList.contains('dropping')).to.equal(false);
  });

  it('takes what is pasted while the focus is in it', async () => {
    const image = putImage();
    await image.updateComplete;
    image.focus();
    await until(() => image.shadowRoot!.activeElement);
    const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
    const clipboardData = fileTransfer(await plainFile(7, 7, 'pasted.png'));
    Object.defineProperty(paste, 'clipboardData', { value: clipboardData });
    const uploaded = once(image, 'upload');
    image.shadowRoot!.activeElement!.dispatchEvent(paste);
    await uploaded;
    expect((image.value as File).name).to.equal('pasted.png');
  });

  it('does nothing to an output', async () => {
    const image = putImage({ interactive: false, value: plain(4, 3) });
    await image.updateComplete;
    const dataTransfer = fileTransfer(await plainFile(7, 7));
    const drop = new DragEvent('drop', { dataTransfer, cancelable: true });
    surface(image).dispatchEvent(drop);
    expect(drop.defaultPrevented).to.equal(false);
    expect((image.value as ImageData).width).to.equal(4);
  });

  it('keeps a damaged file out, with words', async () => {
    const image = putImage({ value: plain(4, 3) });
    await image.updateComplete;
    const dataTransfer = fileTransfer(new File(['not a picture'], 'broken.png', { type: 'image/png' }));
    surface(image).dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    await until(() => image.message);
    expect(image.message).to.contain('“broken.png” cannot be shown');
    expect((image.value as ImageData).width).to.equal(4);
  });
});

describe('attributes of an Image', () => {
  it('set its properties', async () => {
    const box = document.createElement('div');
    box.innerHTML = `<riv-image sources="webcam, upload" mirror="false" streaming height="150" facing="environment"
      constraints='{"width":320}' buttons="download" type="bitmap"></riv-image>`;
    const image = box.firstElementChild as RivImage;
    document.body.append(image);
    await image.updateComplete;
    expect(image.sources).to.deep.equal(['webcam', 'upload']);
    expect(image.mirror).to.equal(false);
    expect(image.streaming).to.equal(true);
    expect(image.constraints).to.deep.equal({ width: 320 });
    expect(image.type).to.equal('bitmap');
    expect(image.shadowRoot!.querySelector('.stage')!.getBoundingClientRect().height).to.equal(150);
  });

  it('refuse a source that there is not', () => {
    expect(() => new RivImage({ sources: ['camera' as 'webcam'] })).to.throw(
      /got the source "camera", expected some of/,
    );
  });

  it('show a picture by its URL', async () => {
    const url = URL.createObjectURL(await plainFile(3, 3, 'x.png', [0, 0, 255, 255]));
    const image = putImage();
    image.setAttribute('value', url);
    await image.updateComplete;
    await until(() => pictureOf(image));
    expect(pixelOf(image)).to.deep.equal([0, 0, 255, 255]);
    const input = await image.toHandler();
    expect((input as { source: unknown }).source).to.be.instanceOf(Blob);
  });

  it('say in words that a URL is no picture', async () => {
    const image = putImage({ value: 'data:text/plain,hello' });
    await until(() => image.message.includes('cannot be shown'));
  });
});
