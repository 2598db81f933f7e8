import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivImage } from '../../../src/components/image/image.ts';
import * as rv from '../../../src/index.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { point, sheetOf, stroke } from '../../helpers/components/draw.ts';
import { pictureOf, plain, plainFile } from '../../helpers/components/image.ts';
import { button, wordsOf } from '../../helpers/press.ts';
import { once, until } from '../../helpers/wait.ts';
import { clearPage, mount, parse, record } from '../../helpers/page.ts';

const ACROSS = [
  [0.2, 0.5],
  [0.8, 0.5],
] as const;

async function open(options: ConstructorParameters<typeof RivImage>[0] = {}) {
  const host = await mount(
    new RivImage({ label: 'Digit', sources: ['sketch'], width: 200, height: 100, ...options }),
  );
  return { host, canvas: await sheetOf(host) };
}

/** The colour of a pixel of the value, `[r, g, b]`. */
const valueAt = (host: RivImage, x: number, y: number): number[] => {
  const { data, width } = host.value as ImageData;
  return [...data.slice((y * width + x) * 4, (y * width + x) * 4 + 3)];
};

/** The colour that is seen at a share of width and height. */
function seenAt(canvas: HTMLCanvasElement, x: number, y: number): number[] {
  const { data } = canvas
    .getContext('2d')!
    .getImageData(Math.floor(x * canvas.width), Math.floor(y * canvas.height), 1, 1);
  return [...data.slice(0, 3)];
}

const BLACK = [0, 0, 0];
const WHITE = [255, 255, 255];

describe('an Image that is drawn on', () => {
  afterEach(clearPage);

  it('is empty at first, and has what was drawn as its value: black on white, in its own pixels', async () => {
    const { host, canvas } = await open({ brush: { size: 10 } });
    expect(host.value).to.equal(null);
    expect(wordsOf(host)).to.include('Draw here');
    const { seen, details } = record(host, RivImage.events);
    stroke(canvas, ACROSS);
    const { width, height } = host.value as ImageData;
    expect([width, height]).to.deep.equal([200, 100]);
    expect([valueAt(host, 100, 50), valueAt(host, 100, 46), valueAt(host, 100, 54)]).to.deep.equal([
      BLACK,
      BLACK,
      BLACK,
    ]);
    expect([
      valueAt(host, 100, 43),
      valueAt(host, 100, 57),
      valueAt(host, 30, 50),
      valueAt(host, 170, 50),
    ]).to.deep.equal([WHITE, WHITE, WHITE, WHITE]);
    expect(valueAt(host, 158, 50)).to.deep.equal(BLACK); // to where the pointer was let go
    expect([seenAt(canvas, 0.5, 0.5), seenAt(canvas, 0.5, 0.3)]).to.deep.equal([BLACK, WHITE]);
    expect(seen.filter((name) => !name.includes('@'))).to.deep.equal(['input', 'change']);
    expect((details[0] as { value: unknown }).value).to.equal(host.value);
    await host.updateComplete;
    expect(wordsOf(host)).not.to.include('Draw here');
  });

  it('makes a dot of a press, and draws with pen and finger, one at a time', async () => {
    const { host, canvas } = await open({ brush: { size: 10, color: 'rgb(255 0 0)' }, background: 'black' });
    stroke(canvas, [[0.5, 0.5]], { pointerType: 'touch' });
    expect([valueAt(host, 100, 50), valueAt(host, 90, 50)]).to.deep.equal([[255, 0, 0], BLACK]);
    point(canvas, 'pointerdown', [0.1, 0.1], { pointerId: 2, pointerType: 'pen' });
    point(canvas, 'pointerdown', [0.9, 0.9], { pointerId: 3, pointerType: 'touch' });
    point(canvas, 'pointermove', [0.9, 0.1], { pointerId: 3 });
    point(canvas, 'pointermove', [0.1, 0.9], { pointerId: 2 });
    point(canvas, 'pointercancel', [0.1, 0.9], { pointerId: 2 });
    point(canvas, 'pointermove', [0.9, 0.9], { pointerId: 2 });
    point(canvas, 'pointerdown', [0.9, 0.5], { button: 2 });
    expect([valueAt(host, 20, 50), valueAt(host, 180, 50), valueAt(host, 180, 90)]).to.deep.equal([
      [255, 0, 0],
      BLACK,
      BLACK,
    ]);
    expect(getComputedStyle(canvas).touchAction).to.equal('none');
  });

  it('tells while it is drawn on, once for each animation frame, and at the end of the stroke', async () => {
    const { host, canvas } = await open();
    const { seen, details } = record(host, ['input', 'change']);
    const values = () => details.map((each) => (each as { value: ImageData }).value);
    point(canvas, 'pointerdown', [0.1, 0.1]);
    for (let x = 1; x < 9; x++) point(canvas, 'pointermove', [x / 10, 0.1]);
    expect(seen).to.deep.equal([]);
    await once(host, 'change');
    expect(values().length).to.equal(2); // input and change
    const first = host.value;
    point(canvas, 'pointermove', [0.9, 0.9]);
    await once(host, 'change');
    expect(host.value).not.to.equal(first);
    point(canvas, 'pointerup', [0.9, 0.9]);
    expect(values().length).to.equal(6);
    await new Promise(requestAnimationFrame);
    expect(values().length).to.equal(6);
  });

  it('takes strokes back, by button and by Ctrl+Z, to nothing', async () => {
    const { host, canvas } = await open();
    const { seen } = record(host, RivImage.events);
    const undo = () => button(host, 'Undo')!;
    expect(undo().getAttribute('aria-disabled')).to.equal('true');
    stroke(canvas, ACROSS);
    stroke(canvas, [[0.5, 0.1]]);
    await host.updateComplete;
    undo().click();
    expect([valueAt(host, 100, 50), valueAt(host, 100, 10)]).to.deep.equal([BLACK, WHITE]);
    expect([seenAt(canvas, 0.5, 0.5), seenAt(canvas, 0.5, 0.1)]).to.deep.equal([BLACK, WHITE]);
    undo().focus();
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'z' });
    await sendKeys({ up: 'Control' });
    expect(host.value).to.equal(null);
    undo().click();
    await host.updateComplete;
    expect(wordsOf(host)).to.include('Draw here');
    expect(seen.filter((name) => !name.includes('@')).length).to.equal(8);
  });

  it('is emptied by Clear and by a handler, and begins again', async () => {
    const { host, canvas } = await open();
    stroke(canvas, ACROSS);
    await host.updateComplete;
    const { seen } = record(host, RivImage.events);
    button(host, 'Clear')!.click();
    expect([host.value, seenAt(canvas, 0.5, 0.5)]).to.deep.equal([null, WHITE]);
    expect(seen.filter((name) => !name.includes('@'))).to.deep.equal(['clear', 'input', 'change']);
    stroke(canvas, [[0.5, 0.1]]);
    expect(valueAt(host, 100, 50)).to.deep.equal(WHITE);
    point(canvas, 'pointerdown', [0.1, 0.9]);
    host.fromHandler(null);
    point(canvas, 'pointermove', [0.9, 0.9]); // the stroke has ended
    await new Promise(requestAnimationFrame);
    expect(host.value).to.equal(null);
  });

  it('draws upon a picture that was set, in its size, and gives it back when all is undone', async () => {
    const { host, canvas } = await open();
    const { seen } = record(host, ['input', 'change']);
    const red = plain(50, 25, [255, 0, 0, 255]);
    host.value = red;
    expect(seenAt(canvas, 0.5, 0.5)).to.deep.equal([255, 0, 0]);
    expect([host.value, seen]).to.deep.equal([red, []]);
    await host.updateComplete;
    expect(wordsOf(host)).not.to.include('Draw here');
    stroke(canvas, ACROSS);
    const { width, height } = host.value as ImageData;
    expect([width, height, valueAt(host, 25, 12), valueAt(host, 25, 2)]).to.deep.equal([
      50,
      25,
      BLACK,
      [255, 0, 0],
    ]);
    await host.updateComplete;
    button(host, 'Undo')!.click();
    expect(host.value).to.equal(red);

    const file = await plainFile(80, 40, 'blue.png', [0, 0, 255, 255]);
    host.fromHandler(file);
    await until(() => seenAt(canvas, 0.5, 0.5)[2] === 255 && seenAt(canvas, 0.5, 0.5)[0] === 0);
    expect(host.value).to.equal(file);
    stroke(canvas, ACROSS);
    expect([valueAt(host, 40, 20), valueAt(host, 40, 4)]).to.deep.equal([BLACK, [0, 0, 255]]);
  });

  it('keeps the drawing, as lines, when its place grows', async () => {
    const { host, canvas } = await open({ brush: { size: 10 } });
    stroke(canvas, ACROSS);
    const before = host.value;
    Object.assign(host.style, { width: '602px' });
    host.style.setProperty('--_height', '300px');
    await until(() => canvas.clientWidth === 600);
    expect(canvas.width).to.equal(Math.round(600 * devicePixelRatio));
    expect(host.value).to.equal(before);
    expect([seenAt(canvas, 0.5, 0.455), seenAt(canvas, 0.5, 0.44)]).to.deep.equal([BLACK, WHITE]); // no blurred edge
    stroke(canvas, [[0.5, 0.1]]);
    expect([valueAt(host, 100, 10), valueAt(host, 100, 50)]).to.deep.equal([BLACK, BLACK]);
  });

  it('lets the user choose the brush, unless it is fixed', async () => {
    const { host, canvas } = await open({ brush: { size: 4, color: 'red' } });
    const inputs = () => [...host.shadowRoot!.querySelectorAll<HTMLInputElement>('.brush input')];
    const [size, color] = inputs();
    expect([size!.value, color!.value]).to.deep.equal(['4', '#ff0000']);
    for (const [input, value] of [
      [size!, '20'],
      [color!, '#0000ff'],
    ] as const) {
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }
    stroke(canvas, ACROSS);
    expect([valueAt(host, 100, 42), valueAt(host, 100, 38)]).to.deep.equal([[0, 0, 255], WHITE]);
    for (const brush of [{ size: Number.NaN }, { size: 0 }, null]) {
      host.brush = brush as never;
      await host.updateComplete;
      expect(inputs()[0]!.value, 'as by default').to.equal('5');
    }
    host.brush = { fixed: true };
    await host.updateComplete;
    expect(inputs()).to.deep.equal([]);
    stroke(canvas, [[0.5, 0.1]]);
    expect(valueAt(host, 100, 10)).to.deep.equal(BLACK);
    host.focus();
    await until(() => host.shadowRoot!.activeElement?.ariaLabel === 'Undo');
  });

  it('gives a handler the kind of picture that it asks for, and a PNG as a file', async () => {
    const { host, canvas } = await open({ type: 'bitmap' });
    stroke(canvas, ACROSS);
    expect(await host.toHandler()).to.deep.include({ kind: 'image', type: 'bitmap', source: host.value });
    const blob = await host.toBlob();
    expect([blob!.type, (await createImageBitmap(blob!)).width]).to.deep.equal(['image/png', 200]);
  });

  it('has sizes by default, and takes its options from attributes', async () => {
    const sizes: number[][] = [];
    for (const size of ['', 'width="280" height="280"', 'height="300"', 'width="50%"']) {
      const host = await parse<RivImage>(
        `<riv-image sources="sketch" ${size} background="navy" brush='{"color": "white"}'></riv-image>`,
      );
      stroke(await sheetOf(host), [[0.5, 0.5]]);
      const { width, height } = host.value as ImageData;
      sizes.push([width, height]);
      expect([valueAt(host, 0, 0), valueAt(host, width / 2, height / 2)]).to.deep.equal([[0, 0, 128], WHITE]);
    }
    expect(sizes).to.deep.equal([[640, 480], [280, 280], [400, 300], [640, 480]]); // biome-ignore format: sizes
  });

  it('stands beside other sources: what was uploaded can be drawn upon', async () => {
    const host = await mount(new RivImage({ sources: ['upload', 'sketch'] }));
    expect(button(host, 'Draw')).to.exist;
    const transfer = new DataTransfer();
    transfer.items.add(await plainFile(40, 30));
    const input = host.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
    input.files = transfer.files;
    input.dispatchEvent(new Event('change'));
    await once(host, 'change');
    await host.updateComplete;
    expect(pictureOf(host)).to.exist;
    button(host, 'Draw')!.click();
    const canvas = await sheetOf(host);
    await until(() => seenAt(canvas, 0.9, 0.9)[1] === 0);
    stroke(canvas, ACROSS);
    expect(valueAt(host, 20, 15)[0]).to.be.below(200); // a thin line
    expect(valueAt(host, 38, 28)).to.deep.equal([255, 0, 0]);
    button(host, 'Upload')!.click();
    await host.updateComplete;
    expect([host.value, host.shadowRoot!.querySelector('.sketch')]).to.deep.equal([null, null]);
    expect(new RivImage().sources).to.deep.equal(['upload', 'webcam', 'clipboard']);
  });

  it('is what an Interface makes of "sketchpad", and runs it live while it is drawn on', async () => {
    const app = await mount(
      new rv.Interface({
        fn: (drawing: ImageData | null) =>
          drawing && [drawing, [[[0, 0, drawing.width, drawing.height], 'all']]],
        inputs: 'sketchpad',
        outputs: 'annotatedimage',
        live: true,
      }),
    );
    const [host, output] = [app.inputs[0] as RivImage, app.outputs[0] as rv.AnnotatedImage];
    const canvas = await sheetOf(host);
    point(canvas, 'pointerdown', [0.2, 0.5]);
    point(canvas, 'pointermove', [0.8, 0.5]);
    await until(() => output.value);
    const [image] = output.value as unknown as [ImageData];
    expect([image.width, image.height]).to.deep.equal([640, 480]);
    expect([...image.data.slice((240 * 640 + 320) * 4, (240 * 640 + 320) * 4 + 3)]).to.deep.equal(BLACK);
  });

  it('only shows the picture where nobody may draw', async () => {
    const host = await mount(new RivImage({ sources: ['sketch'], interactive: false, value: plain(4, 4) }));
    expect(pictureOf(host)).to.exist;
    expect(host.shadowRoot!.querySelector('.sketch')).to.equal(null);
  });

  it('fits the axe rules, empty and drawn on, light and dark', async () => {
    const { host, canvas } = await open();
    for (const scheme of ['light', 'dark']) {
      document.documentElement.style.colorScheme = scheme;
      expect(await axeProblems(host)).to.deep.equal([]);
    }
    stroke(canvas, ACROSS);
    await host.updateComplete;
    expect(await axeProblems(host)).to.deep.equal([]);
    document.documentElement.style.colorScheme = '';
  });
});
