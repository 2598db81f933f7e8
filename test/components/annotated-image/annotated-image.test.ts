import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivAnnotatedImage } from '../../../src/components/annotated-image/annotated-image.ts';
import type { AnnotatedValue } from '../../../src/components/annotated-image/annotations.ts';
import {
  TWICE,
  entriesOf,
  legendOf,
  overlayAt,
  overlayOf,
  pointAt,
} from '../../helpers/components/annotated.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { plain, plainFile } from '../../helpers/components/image.ts';
import { button, wordsOf } from '../../helpers/press.ts';
import { until } from '../../helpers/wait.ts';
import { clearPage, mount, parse, record } from '../../helpers/page.ts';

const MAP = { cat: 'rgb(255 0 0)', dog: 'rgb(0 0 255)' };
const grey = () => plain(100, 50, [128, 128, 128, 255]);

/** An AnnotatedImage that shows its picture at twice its size. */
async function show(value: AnnotatedValue, options = {}): Promise<RivAnnotatedImage> {
  const host = await mount(new RivAnnotatedImage({ label: 'Pets', colorMap: MAP, ...TWICE, ...options }));
  host.fromHandler(value);
  await host.updateComplete;
  return host;
}

async function pixelsOf(blob: Blob | null): Promise<(x: number, y: number) => number[]> {
  const bitmap = await createImageBitmap(blob!);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return (x, y) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)];
}

describe('riv-annotated-image', () => {
  afterEach(clearPage);

  it('shows a box: half-opaque inside a border of 3 pixels, in the colour of its label', async () => {
    const host = await show([grey(), [[[10, 10, 40, 40], 'cat']]]);
    expect(overlayAt(host, 21, 50)).to.deep.equal([255, 0, 0, 255]); // the border lies within the box
    expect(overlayAt(host, 18, 50)).to.deep.equal([0, 0, 0, 0]);
    const [red, , , alpha] = overlayAt(host, 50, 50);
    expect([red, alpha]).to.deep.equal([255, 128]);
    expect(overlayAt(host, 78, 78)).to.deep.equal([255, 0, 0, 255]);
    expect(overlayAt(host, 82, 50)).to.deep.equal([0, 0, 0, 0]);
    host.fillOpacity = 0;
    await host.updateComplete;
    expect(overlayAt(host, 50, 50)).to.deep.equal([0, 0, 0, 0]);
  });

  it('takes typed arrays and corners in any order, and cuts what lies outside the picture', async () => {
    const image = grey();
    const host = await show({ image, annotations: [[Float32Array.of(40, 40, -20, 10), 'dog']] });
    expect(overlayAt(host, 77, 50)).to.deep.equal([0, 0, 255, 255]);
    expect(overlayAt(host, 1, 50)[3]).to.equal(128);
    host.height = 200; // the picture is in the middle now
    await host.updateComplete;
    await until(() => overlayOf(host).clientHeight === 200 && overlayAt(host, 77, 100)[3] === 255);
    expect(overlayAt(host, 50, 49)).to.deep.equal([0, 0, 0, 0]);
  });

  for (const [form, make] of Object.entries({
    'numbers in a row': (data: Float32Array) => data,
    rows: (data: Float32Array) =>
      Array.from({ length: 50 }, (_, y) => [...data.subarray(y * 100, y * 100 + 100)]),
    'an object of its own size': () => ({ data: Uint8Array.of(0, 1), width: 2, height: 1 }),
  }))
    it(`shows a mask given as ${form}, as opaque as its numbers`, async () => {
      const data = Float32Array.from({ length: 5000 }, (_, at) =>
        at % 100 < 50 ? 0 : at % 100 < 75 ? 1 : 0.5,
      );
      const host = await show([grey(), [[make(data), 'dog']]]);
      expect(overlayAt(host, 40, 50)).to.deep.equal([0, 0, 0, 0]);
      expect(overlayAt(host, form === 'an object of its own size' ? 180 : 125, 50)).to.deep.equal([
        0, 0, 255, 255,
      ]);
      if (form !== 'an object of its own size') expect(overlayAt(host, 175, 50)[3]).to.equal(128);
    });

  it('says what does not fit, where, and what was expected', async () => {
    const host = await show(null, { id: 'pets' });
    const image = grey();
    for (const [value, words] of [
      [
        5,
        /Pets \(riv-annotated-image\) got 5, expected \[image, \[\[box or mask, label\], …\]\] or \{ image, annotations \}/,
      ],
      [[image, [], 1], /got an array of 3, expected \[image/],
      [{ picture: image }, /got Object, expected \[image/],
      [[7, []], /got 7, expected as its image one that an Image takes/],
      [[image, 'cat'], /got "cat", expected a list of annotations/],
      [[image, [[0, 0, 1, 1]]], /got an array of 4, expected \[box or mask, label\] as annotation 0/],
      [
        [
          image,
          [
            [[0, 0, 1, 1], 'cat'],
            [[0, 0, 1, 1], null],
          ],
        ],
        /got null, expected a string as the label of annotation 1/,
      ],
      [
        [image, [[[0, 0, Number.NaN, 1], 'cat']]],
        /got an array of 4, expected four finite numbers \[x1, y1, x2, y2\] in annotation 0/,
      ],
      [
        [image, [[[0, 0, 1], 'cat']]],
        /got an array of 3, expected a mask of 5000 numbers for 100×50 pixels in annotation 0/,
      ],
      [[image, [[[[0, 1], [0]], 'cat']]], /expected rows of one length in annotation 0/],
      [
        [image, [[{ data: [0, 1], width: 3, height: 1 }, 'cat']]],
        /expected a mask of 3×1 numbers, not of 2, in annotation 0/,
      ],
      [[image, [['left', 'cat']]], /got "left", expected a box \[x1, y1, x2, y2\], or a mask/],
    ] as const) {
      expect(() => host.fromHandler(value), JSON.stringify(value)).to.throw(words);
      host.value = value as never;
      expect(host.message).to.match(words);
    }
    try {
      host.fromHandler(5);
    } catch (error) {
      expect(error).to.include({ name: 'ValueError', target: 'pets' });
    }
    expect(host.value).to.equal(null);
  });

  it('fires change for what a handler gives, and gives it back as it came', async () => {
    const host = await show(null);
    const { seen, details } = record(host, RivAnnotatedImage.events);
    const value = [grey(), [[[0, 0, 5, 5], 'cat']]] as const;
    host.fromHandler(value);
    expect(host.value).to.equal(value);
    expect((details[0] as { value: unknown }).value).to.equal(value);
    host.value = [grey(), []];
    expect(seen).to.deep.equal(['change', 'change@document']);
    host.clear();
    expect(host.value).to.equal(null);
    expect(seen.length).to.equal(4);
    await host.updateComplete;
    expect(overlayAt(host, 4, 4)).to.deep.equal([0, 0, 0, 0]);
  });

  it('names each label once in the legend, in the order in which they came, with a colour that stays', async () => {
    const host = await show([
      grey(),
      [
        [[0, 0, 9, 9], 'bird'],
        [[0, 0, 9, 9], 'fish'],
        [[0, 0, 9, 9], 'bird'],
        [[0, 0, 9, 9], 'cat'],
      ],
    ]);
    expect(legendOf(host)).to.deep.equal(['bird', 'fish', 'cat']);
    const colours = () => entriesOf(host).map((entry) => entry.style.getPropertyValue('--_colour'));
    const [bird, fish, cat] = colours();
    expect(cat).to.equal(MAP.cat);
    expect(new Set([bird, fish, cat]).size).to.equal(3);
    host.fromHandler([grey(), [[[0, 0, 9, 9], 'fish']]]);
    await host.updateComplete;
    expect([legendOf(host), colours()]).to.deep.equal([['fish'], [fish]]);
    host.colorMap = { fish: 'lime' };
    await host.updateComplete;
    expect(colours()).to.deep.equal(['lime']);
    for (const none of ['no colour', 'var(--x)', 'currentColor', 'inherit', 'red; color: red']) {
      host.colorMap = { fish: none };
      await host.updateComplete;
      expect(colours(), none).to.deep.equal([fish]);
    }
    host.showLegend = false;
    await host.updateComplete;
    expect(host.shadowRoot!.querySelector('.legend')).to.equal(null);
    expect(host.shadowRoot!.querySelector('.picture')!.ariaLabel).to.equal('Pets, with fish');
  });

  it('lets the others step back while a label is pointed at, by pointer or by key', async () => {
    const host = await show([
      grey(),
      [
        [[0, 0, 40, 50], 'cat'],
        [[60, 0, 100, 50], 'dog'],
      ],
    ]);
    const [cat] = entriesOf(host);
    cat!.dispatchEvent(new PointerEvent('pointerenter'));
    await host.updateComplete;
    expect([overlayAt(host, 1, 50)[3], overlayAt(host, 121, 50)[3]]).to.deep.equal([255, 51]);
    cat!.dispatchEvent(new PointerEvent('pointerleave'));
    await host.updateComplete;
    expect(overlayAt(host, 121, 50)[3]).to.equal(255);
    entriesOf(host)[1]!.focus();
    await host.updateComplete;
    expect([overlayAt(host, 1, 50)[3], overlayAt(host, 121, 50)[3]]).to.deep.equal([51, 255]);
    const { seen, details } = record(host, ['select']);
    await sendKeys({ press: 'Enter' });
    expect([seen, details[0]]).to.deep.equal([['select', 'select@document'], { index: 1, value: 'dog' }]);
  });

  it('marks the smallest box under the pointer, shows its label, and tells when it is pressed', async () => {
    const host = await show([
      grey(),
      [
        [[0, 0, 100, 50], 'dog'],
        [[40, 30, 44, 34], 'cat'],
      ],
    ]);
    const tag = () => overlayAt(host, 83, 50); // above the small box, whose label is too wide for it
    expect(tag()).to.deep.equal([0, 0, 255, 128]);
    pointAt(host, 'pointermove', 84, 64);
    await host.updateComplete;
    expect(tag()).to.deep.equal([255, 0, 0, 255]);
    expect(overlayAt(host, 1, 90)[3]).to.equal(51);
    const { details } = record(host, ['select']);
    pointAt(host, 'click', 84, 64);
    pointAt(host, 'click', 10, 10);
    expect(details).to.deep.equal([
      { index: 1, value: 'cat' },
      { index: 0, value: 'dog' },
    ]);
    host.shadowRoot!.querySelector('.stage')!.dispatchEvent(new PointerEvent('pointerleave'));
    await host.updateComplete;
    expect(overlayAt(host, 1, 90)[3]).to.equal(255);
    host.fromHandler([grey(), []]);
    pointAt(host, 'click', 84, 64);
    expect(details.length).to.equal(2);
  });

  it('gives the picture with the annotations on it as a file', async () => {
    const mask = Float32Array.from({ length: 5000 }, (_, at) => (at % 100 < 50 ? 0 : 1));
    const value: AnnotatedValue = [
      grey(),
      [
        [mask, 'dog'],
        [[10, 10, 40, 40], 'cat'],
      ],
    ];
    for (const host of [
      await show(value),
      Object.assign(new RivAnnotatedImage({ colorMap: MAP }), { value }),
    ]) {
      const blob = await host.toBlob();
      expect(blob!.type).to.equal('image/png');
      const at = await pixelsOf(blob);
      expect([at(5, 25), at(11, 25), at(12, 25), at(75, 25)]).to.deep.equal([
        [128, 128, 128],
        [255, 0, 0],
        [255, 0, 0],
        [0, 0, 255],
      ]);
      expect(at(25, 35)[0]).to.be.within(190, 193);
      expect((await host.toBlob('image/jpeg'))!.type).to.equal('image/jpeg');
    }
    expect(await new RivAnnotatedImage().toBlob()).to.equal(null);
  });

  it('keeps the picture before and its annotations until a file is loaded', async () => {
    const host = await show([grey(), [[[10, 10, 40, 40], 'cat']]]);
    const file = await plainFile(100, 50, 'blue.png', [0, 0, 255, 255]);
    host.fromHandler([file, [[[60, 10, 90, 40], 'cat']]]);
    await new Promise(requestAnimationFrame);
    if (host.shadowRoot!.querySelector('canvas.picture')) expect(overlayAt(host, 21, 50)[3]).to.equal(255);
    await host.updateComplete;
    expect([overlayAt(host, 21, 50)[3], overlayAt(host, 121, 50)[3]]).to.deep.equal([0, 255]);
    host.fromHandler([file, [[new Float32Array(7), 'cat']]]);
    await host.updateComplete;
    expect(wordsOf(host)).to.include(
      'A mask does not fit the image: expected a mask of 5000 numbers for 100×50',
    );
    host.fromHandler([new Blob(['no picture']), []]);
    await host.updateComplete;
    expect(wordsOf(host)).to.include('The image cannot be shown.');
  });

  it('closes a frame of a handler when another picture takes its place', async () => {
    const bitmap = await createImageBitmap(grey());
    const host = await show([bitmap, []]);
    expect(bitmap.width).to.equal(100);
    host.fromHandler([grey(), []]);
    expect(bitmap.width).to.equal(0);
  });

  it('reads its value and options from attributes, and fits the axe rules in every state', async () => {
    const empty = await parse<RivAnnotatedImage>(
      `<riv-annotated-image label="Pets" placeholder="No pets yet" color-map='{"cat": "red"}'></riv-annotated-image>`,
    );
    expect(wordsOf(empty)).to.include('No pets yet');
    expect(await axeProblems(empty)).to.deep.equal([]);
    const url = URL.createObjectURL(await plainFile(20, 10));
    const host = await parse<RivAnnotatedImage>(
      `<riv-annotated-image show-legend streaming value='[${JSON.stringify(url)}, [[[1, 1, 5, 5], "cat"]]]'></riv-annotated-image>`,
    );
    expect(legendOf(host)).to.deep.equal(['cat']);
    for (const scheme of ['light', 'dark']) {
      document.documentElement.style.colorScheme = scheme;
      expect(await axeProblems(host)).to.deep.equal([]);
    }
    document.documentElement.style.colorScheme = '';
    URL.revokeObjectURL(url);
  });

  it('offers its small buttons, without those of an input', async () => {
    const host = await show([grey(), []]);
    const names = ['Download', 'Fullscreen', 'Clear', 'Share'];
    expect(names.filter((name) => button(host, name))).to.deep.equal(['Download', 'Fullscreen']);
    button(host, 'Fullscreen')!.click();
    await host.updateComplete;
    expect(host.shadowRoot!.querySelector('.surface')!.matches(':popover-open')).to.equal(true);
    button(host, 'Exit fullscreen')!.click();
  });
});
