import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import * as rv from '../../../src/index.ts';
import { drive } from '../../../src/testing/index.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { drop, pickFiles, textFile, transferOf, watchSaves } from '../../helpers/components/files.ts';
import { captions, cells, previewOf } from '../../helpers/components/gallery.ts';
import { plain, plainFile } from '../../helpers/components/image.ts';
import { clip } from '../../helpers/media/video.ts';
import { press, wordsOf } from '../../helpers/press.ts';
import { until } from '../../helpers/wait.ts';
import { clearPage, mount, parse, record } from '../../helpers/page.ts';

const EVENTS = ['select', 'upload', 'input', 'change', 'delete', 'clear', 'previewOpen', 'previewClose'];
const own = (seen: string[]) => seen.filter((each) => !each.includes('@'));
const bitmap = () => createImageBitmap(plain(6, 4));

/** A Gallery that a handler has written to. */
async function output(value: rv.Gallery['value'], options = {}): Promise<rv.Gallery> {
  const host = new rv.Gallery({ label: 'Results', ...options });
  host.use('output');
  await mount(host);
  host.fromHandler(value);
  await host.updateComplete;
  return host;
}

describe('riv-gallery', () => {
  afterEach(clearPage);

  it('shows pictures of every kind, and videos, with their captions', async () => {
    const film = await clip('red.mp4');
    const host = await output([
      plain(4, 3),
      [await plainFile(7, 5), 'A file'],
      { media: await bitmap(), caption: 'A bitmap' },
      ['/demos/icon.svg', null],
      [film, 'A film'],
      { data: new Uint8Array(12), width: 2, height: 2 },
    ]);
    expect(cells(host).map((cell) => cell.querySelector('img, canvas, video')?.localName)).to.deep.equal([
      'canvas',
      'img',
      'canvas',
      'img',
      'video',
      'canvas',
    ]);
    expect(captions(host)).to.deep.equal(['', 'A file', 'A bitmap', '', 'A film', '']);
    expect(cells(host).map((cell) => cell.getAttribute('aria-label'))).to.deep.equal([
      'Picture 1 of 6',
      'A file',
      'A bitmap',
      'Picture 4 of 6',
      'A film',
      'Picture 6 of 6',
    ]);
    await until(
      () => [...host.shadowRoot!.querySelectorAll('img')].every(({ naturalWidth }) => naturalWidth > 0),
      'both pictures',
    );
  });

  it('opens one large, goes on by keys and buttons, and gives the focus back', async () => {
    const host = await output([[plain(4, 3), 'One'], [plain(5, 3), 'Two'], plain(6, 3)]);
    const { seen, details } = record(host, EVENTS);
    cells(host)[1]!.focus();
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'Enter' });
    await until(() => previewOf(host) === 'Preview: One', 'the first one');
    await until(() => host.shadowRoot!.activeElement?.id === 'preview', 'the focus in it');
    expect(host.shadowRoot!.querySelector('canvas')!.width).to.equal(4);
    await sendKeys({ press: 'ArrowRight' });
    await until(() => previewOf(host) === 'Preview: Two', 'the second one');
    await press(host, 'Next');
    await until(() => previewOf(host) === 'Preview: Picture 3 of 3', 'the third one');
    await sendKeys({ press: 'ArrowRight' });
    await until(() => previewOf(host) === 'Preview: One', 'the first one again');
    await press(host, 'Show Two');
    expect(host.selectedIndex).to.equal(1);
    host.shadowRoot!.getElementById('preview')!.focus();
    await sendKeys({ press: 'Escape' });
    await until(() => host.shadowRoot!.activeElement?.id === 'cell-1', 'the focus on the cell');
    expect(previewOf(host)).to.equal(null);
    expect(own(seen)).to.deep.equal([
      'select',
      'previewOpen',
      'select',
      'select',
      'select',
      'select',
      'previewClose',
    ]);
    expect(details[0]).to.deep.include({ index: 0, caption: 'One' });
    expect(details.at(-1)).to.deep.equal({ index: 1 });
  });

  it('only chooses where there is no large view', async () => {
    const host = await output([plain(4, 3), plain(5, 3)], { allowPreview: false });
    const { seen } = record(host, EVENTS);
    cells(host)[1]!.click();
    await host.updateComplete;
    expect([previewOf(host), host.selectedIndex, ...own(seen)]).to.deep.equal([null, 1, 'select']);
    expect(cells(host).map((cell) => cell.getAttribute('aria-current'))).to.deep.equal([null, 'true']);
  });

  it('begins with the first one large, or the one that is named', async () => {
    const host = await output([plain(4, 3), plain(5, 3)], { preview: true });
    expect(previewOf(host)).to.equal('Preview: Picture 1 of 2');
    host.update({ selectedIndex: 1, value: [plain(4, 3), plain(5, 3), plain(6, 3)] });
    await host.updateComplete;
    expect(previewOf(host)).to.equal('Preview: Picture 2 of 3');
    host.fromHandler([]);
    await host.updateComplete;
    expect([previewOf(host), host.selectedIndex]).to.deep.equal([null, null]);
  });

  it('hands copies to a handler, by type, videos as files, with captions', async () => {
    const film = await clip('red.mp4');
    const app = new rv.Interface({
      fn: (list: { media: ImageData | Blob; caption: string | null }[] | null) =>
        (list ?? ['none']).map((each) =>
          typeof each === 'string'
            ? each
            : `${each.caption}: ${each.media.constructor.name} ${'width' in each.media ? each.media.width : each.media.type}`,
        ),
      inputs: new rv.Gallery({ label: 'In' }),
      outputs: 'json',
    }).mount();
    await app.ready;
    const name = app.binding!.apiName;
    const value = [[await plainFile(7, 5), 'a'], { media: await bitmap() }, plain(4, 3), [film, 'b']];
    expect(await app.predict(name, [value] as never)).to.deep.equal([
      ['a: ImageData 7', 'null: ImageData 6', 'null: ImageData 4', 'b: Blob video/mp4'],
    ]);
    (app.inputs[0] as rv.Gallery).type = 'bitmap';
    expect(await app.predict(name, [[plain(4, 3)]] as never)).to.deep.equal([['null: ImageBitmap 4']]);
    expect(await app.predict(name, [null] as never)).to.deep.equal([['none']]);
  });

  it('takes files, adds more, removes one and all', async () => {
    const host = await mount(new rv.Gallery({ label: 'Mine' }));
    const { seen, details } = record(host, EVENTS);
    const [a, b] = [await plainFile(4, 3, 'a.png'), await plainFile(5, 3, 'b.png')];
    await pickFiles(host, a);
    await host.updateComplete;
    drop(host, transferOf(b));
    await until(() => cells(host).length === 2, 'two cells');
    expect(host.items).to.deep.equal([
      { media: a, caption: null },
      { media: b, caption: null },
    ]);
    await press(host, 'Remove Picture 1 of 2');
    expect(details.at(-3)).to.deep.equal({ index: 0, caption: null, value: { media: a, caption: null } });
    await press(host, 'Clear');
    expect(host.value).to.deep.equal([]);
    expect(own(seen).join(' ')).to.equal(
      'upload input change upload input change delete input change clear input change',
    );
  });

  it('says in a cell what cannot be shown, and shows the others', async () => {
    const junk = new File(['no picture'], 'x.png', { type: 'image/png' });
    const closed = await bitmap();
    closed.close();
    const film = new File(['no film'], 'x.mp4', { type: 'video/mp4' });
    const host = await output([junk, '/nowhere.png', closed, film, plain(4, 3)]);
    const words = () => cells(host).map((cell) => cell.querySelector('.broken')?.textContent?.trim() ?? '');
    await until(() => words().filter(Boolean).length === 4, 'four that are told of');
    expect(words()).to.deep.equal([
      'This picture cannot be shown.',
      'This picture cannot be shown.',
      'This picture has no pixels.',
      'This video cannot be played.',
      '',
    ]);
    expect(cells(host)[4]!.querySelector('canvas')!.width).to.equal(4);
  });

  for (const [what, value, words] of [
    ['a number', 5, 'got 5, expected a list of pictures'],
    ['a picture that is in no list', plain(4, 3), 'expected a list of pictures'],
    [
      'a list with a number',
      [plain(4, 3), 5],
      'got 5, expected entry 1 to be a picture, a video, a URL, { media, caption } or [media, caption]',
    ],
    ['a list with nothing in it', [null], 'expected entry 0'],
    ['a caption that is none', [[plain(4, 3), {}]], 'expected entry 0'],
    ['a URL that runs code', ['javascript:0'], 'got "javascript:0", expected entry 0'],
  ] as const)
    it(`refuses ${what}, and shows the next`, async () => {
      const host = await mount(new rv.Gallery({ label: 'Results' }));
      expect(() => host.fromHandler(value))
        .to.throw(words)
        .with.property('name', 'ValueError');
      host.fromHandler([plain(4, 3)]);
      await host.updateComplete;
      expect(cells(host)).to.have.length(1);
    });

  it('refuses files of other kinds, and too large ones', async () => {
    const app = new rv.Blocks({ maxFileSize: '1kb' }, new rv.Gallery({ label: 'Mine' })).mount();
    await app.ready;
    const host = app.querySelector('riv-gallery')!;
    await pickFiles(host, textFile('a.txt'));
    await host.updateComplete;
    expect(wordsOf(host)).to.include(
      'Mine: “a.txt” is of another kind (text/plain); taken are images, videos.',
    );
    await pickFiles(host, new File([new Uint8Array(2000)], 'a.png', { type: 'image/png' }));
    await host.updateComplete;
    expect(wordsOf(host)).to.include('Mine: “a.png” is too large');
  });

  it('gives the chosen one as a file, or all of them', async () => {
    const file = await plainFile(7, 5, 'mine.png');
    const host = await output([file, [plain(4, 3), 'x']], { buttons: ['download', 'downloadAll'] });
    const saves = watchSaves();
    await press(host, 'Download');
    await until(() => saves.names.length === 2, 'both');
    cells(host)[0]!.click();
    await host.updateComplete;
    await press(host, 'Download');
    await until(() => saves.names.length === 3, 'the first');
    saves.restore();
    expect(saves.names).to.deep.equal(['mine.png', 'image.png', 'mine.png']);
    expect(await host.toBlob()).to.equal(file);
  });

  it('closes bitmaps of a handler when others take their place', async () => {
    const [a, b] = [await bitmap(), await bitmap()];
    const host = await output([a, b]);
    host.fromHandler([b]);
    expect([a.width, b.width]).to.deep.equal([0, 6]);
    const mine = await bitmap();
    host.value = [mine];
    host.fromHandler([]);
    expect([b.width, mine.width]).to.deep.equal([0, 6]);
  });

  it('is set up by attributes', async () => {
    const host = await parse<rv.Gallery>(
      `<riv-gallery columns="3" rows="1" object-fit="contain" value='["/demos/icon.svg", ["/demos/zoom.mp4", "Z"], "/demos/icon.svg", "/demos/icon.svg"]'></riv-gallery>`,
    );
    await until(() => host.shadowRoot!.querySelector('img')?.naturalWidth, 'a picture');
    const [first, , third, last] = cells(host).map((cell) => cell.getBoundingClientRect());
    expect([third!.top === first!.top, last!.top > first!.top]).to.deep.equal([true, true]);
    expect(getComputedStyle(host.shadowRoot!.querySelector('img')!).objectFit).to.equal('contain');
    const stage = host.shadowRoot!.querySelector('[part=stage]')!;
    expect(stage.clientHeight).to.be.within(first!.height, first!.height * 1.2);
  });

  it('is driven by a test as by its user', async () => {
    const app = new rv.Blocks({}, new rv.Gallery({ label: 'Mine' })).mount();
    await drive(app).set('Mine', [await plainFile(4, 3), await plainFile(5, 3)]);
    expect(drive(app).output('Mine')).to.have.length(2);
    await drive(app).press('Picture 2 of 2');
    await drive(app).press('Close');
  });

  for (const scheme of ['light', 'dark'])
    it(`has no problem that axe finds (${scheme})`, async () => {
      const page = document.createElement('main');
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      document.body.append(page);
      await mount(new rv.Gallery({ label: 'Empty' }), page);
      await mount(new rv.Gallery({ label: 'Mine', value: [[plain(4, 3), 'One'], plain(4, 3)] }), page);
      await mount(
        new rv.Gallery({ label: 'Large', preview: true, value: [[plain(4, 3), 'One'], plain(4, 3)] }),
        page,
      );
      const broken = await mount(new rv.Gallery({ label: 'Broken', value: ['/nowhere.png'] }), page);
      await until(() => wordsOf(broken).includes('cannot be shown'), 'a broken cell');
      expect(await axeProblems(page)).to.deep.equal([]);
    });
});
