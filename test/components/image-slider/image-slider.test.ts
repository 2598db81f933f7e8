import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import * as rv from '../../../src/index.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { drop, transferOf, watchSaves } from '../../helpers/components/files.ts';
import { plain, plainFile } from '../../helpers/components/image.ts';
import { press, wordsOf } from '../../helpers/press.ts';
import { once, until } from '../../helpers/wait.ts';
import { clearPage, mount, parse, record } from '../../helpers/page.ts';

const own = (seen: string[]) => seen.filter((each) => !each.includes('@'));
const RED = [255, 0, 0, 255] as const;
const BLUE = [0, 0, 255, 255] as const;

/** An ImageSlider that a handler has written to. */
async function output(value: unknown, options = {}): Promise<rv.ImageSlider> {
  const host = new rv.ImageSlider({ label: 'Compared', ...options });
  host.use('output');
  await mount(host);
  host.fromHandler(value);
  await host.updateComplete;
  return host;
}

const range = (host: Element) => host.shadowRoot!.querySelector<HTMLInputElement>('input[type=range]')!;
/** How much of the width shows the picture before, as it is drawn. */
const shown = (host: Element) => getComputedStyle(host.shadowRoot!.querySelector('.first')!).clipPath;

describe('riv-image-slider', () => {
  afterEach(clearPage);

  it('shows one picture over the other, up to the line', async () => {
    const host = await output([plain(40, 30, [...RED]), plain(40, 30, [...BLUE])], { sliderPosition: 25 });
    const [after, before] = [...host.shadowRoot!.querySelectorAll<HTMLCanvasElement>('.picture')];
    const pixel = (canvas: HTMLCanvasElement) => [...canvas.getContext('2d')!.getImageData(1, 1, 1, 1).data];
    expect([pixel(before!), pixel(after!)]).to.deep.equal([[...RED], [...BLUE]]);
    expect([before, after].map((each) => each!.getAttribute('aria-label'))).to.deep.equal([
      'Compared: before',
      'Compared: after',
    ]);
    expect(shown(host)).to.equal('inset(0px 75% 0px 0px)');
  });

  it('moves the line by keys, by pointer, and by script', async () => {
    const host = await output([plain(40, 30), plain(40, 30)]);
    range(host).focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'PageUp' });
    expect(host.sliderPosition).to.equal(61);
    await sendKeys({ press: 'Home' });
    await host.updateComplete;
    expect([host.sliderPosition, shown(host)]).to.deep.equal([0, 'inset(0px 100% 0px 0px)']);
    range(host).value = '33.5';
    range(host).dispatchEvent(new Event('input'));
    expect(host.sliderPosition).to.equal(33.5);
    host.update({ sliderPosition: 80 });
    await host.updateComplete;
    expect([range(host).value, range(host).getAttribute('aria-valuetext')]).to.deep.equal([
      '80',
      '80 percent before',
    ]);
  });

  it('hands both pictures to a handler, by type', async () => {
    const app = new rv.Interface({
      fn: (pair: ({ width: number } | null)[] | null) =>
        (pair ?? []).map((each) => each && `${each.constructor.name} ${each.width}`),
      inputs: new rv.ImageSlider({ label: 'In' }),
      outputs: 'json',
    }).mount();
    await app.ready;
    const name = app.binding!.apiName;
    expect(await app.predict(name, [[plain(4, 3), await plainFile(5, 3)]] as never)).to.deep.equal([
      ['ImageData 4', 'ImageData 5'],
    ]);
    expect(await app.predict(name, [[null, plain(4, 3)]] as never)).to.deep.equal([[null, 'ImageData 4']]);
    (app.inputs[0] as rv.ImageSlider).type = 'canvas';
    expect(await app.predict(name, [[plain(4, 3), plain(5, 3)]] as never)).to.deep.equal([
      ['OffscreenCanvas 4', 'OffscreenCanvas 5'],
    ]);
    expect(await app.predict(name, [null] as never)).to.deep.equal([[]]);
  });

  it('takes a file for each side, and gives them up', async () => {
    const host = await mount(new rv.ImageSlider({ label: 'Mine' }));
    const { seen } = record(host, ['upload', 'input', 'change', 'clear']);
    const [a, b] = [await plainFile(4, 3, 'a.png'), await plainFile(5, 3, 'b.png')];
    const pickers = [...host.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=file]')];
    expect(pickers).to.have.length(2);
    const changed = once(host, 'change');
    pickers[1]!.files = transferOf(b).files;
    pickers[1]!.dispatchEvent(new Event('change'));
    await changed;
    expect(host.value).to.deep.equal([null, b]);
    await host.updateComplete;
    drop(host, transferOf(a));
    await once(host, 'change');
    expect(host.value).to.deep.equal([a, b]);
    await host.updateComplete;
    expect(range(host).value).to.equal('50');
    const saves = watchSaves();
    await press(host, 'Download');
    await until(() => saves.names.length > 0, 'a file');
    saves.restore();
    expect(saves.names).to.deep.equal(['b.png']);
    await press(host, 'Clear');
    expect(host.value).to.equal(null);
    expect(own(seen).join(' ')).to.equal('upload input change upload input change clear input change');
  });

  for (const [what, value] of [
    ['a number', 5],
    ['one picture', plain(4, 3)],
    ['three pictures', [plain(4, 3), plain(4, 3), plain(4, 3)]],
    ['a pair with a number', [plain(4, 3), 5]],
    ['a URL that runs code', ['javascript:0', plain(4, 3)]],
  ] as const)
    it(`refuses ${what}, and shows the next`, async () => {
      const host = await mount(new rv.ImageSlider({ label: 'Compared' }));
      expect(() => host.fromHandler(value))
        .to.throw('expected [before, after]: two values of an Image')
        .with.property('name', 'ValueError');
      host.fromHandler([plain(4, 3), plain(4, 3)]);
      await host.updateComplete;
      expect(range(host).value).to.equal('50');
      for (const nothing of [null, [], [null, null]]) host.fromHandler(nothing);
      expect(host.value).to.equal(null);
    });

  it('says what cannot be shown', async () => {
    const host = await output([plain(4, 3), new File(['no picture'], 'x.png', { type: 'image/png' })]);
    await until(() => host.message, 'a message');
    await host.updateComplete;
    expect(wordsOf(host)).to.include(host.message);
  });

  it('is set up by attributes', async () => {
    const host = await parse<rv.ImageSlider>(
      `<riv-image-slider slider-position="10" max-height="120" value='["/demos/icon.svg", "/demos/icon.svg"]'></riv-image-slider>`,
    );
    await host.updateComplete;
    expect([range(host).value, host.shadowRoot!.querySelector('[part=stage]')!.clientHeight]).to.deep.equal([
      '10',
      120,
    ]);
  });

  for (const scheme of ['light', 'dark'])
    it(`has no problem that axe finds (${scheme})`, async () => {
      const page = document.createElement('main');
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      document.body.append(page);
      await mount(new rv.ImageSlider({ label: 'Empty' }), page);
      await mount(new rv.ImageSlider({ label: 'Both', value: [plain(4, 3), plain(4, 3)] }), page);
      expect(await axeProblems(page)).to.deep.equal([]);
    });
});
