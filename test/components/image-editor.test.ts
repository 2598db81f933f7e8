import { expect } from '@esm-bundle/chai';
import { RivImageEditor } from '../../src/components/image-editor/image-editor.ts';
import type { EditedValue } from '../../src/components/image-editor/image-editor-host.ts';
import { axeProblems } from '../helpers/axe.ts';
import { clearPage, mount, place, record } from '../helpers/page.ts';
import { until } from '../helpers/wait.ts';

interface Parts {
  background: ImageData | null;
  layers: ImageData[];
  composite: ImageData;
}

const paper = (host: RivImageEditor) => host.shadowRoot!.querySelector<HTMLCanvasElement>('.paper')!;
const press = async (host: RivImageEditor, name: string) => {
  const all = [...host.shadowRoot!.querySelectorAll<HTMLButtonElement>('button')];
  all.find((button) => (button.ariaLabel ?? button.textContent!.trim()) === name)!.click();
  await host.updateComplete;
};
const parts = (host: RivImageEditor) => host.value as unknown as Parts;
const at = ({ data, width }: ImageData, x: number, y: number) => [
  ...data.slice((y * width + x) * 4, (y * width + x) * 4 + 4),
];

/** A picture of one colour. */
function plain(width: number, height: number, colour: string): ImageData {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

/** Draws a line, in pixels of the picture. */
async function line(host: RivImageEditor, from: [number, number], to: [number, number]): Promise<void> {
  const canvas = paper(host);
  canvas.setPointerCapture = () => {};
  const box = canvas.getBoundingClientRect();
  for (const [name, [x, y]] of [
    ['pointerdown', from],
    ['pointermove', to],
    ['pointerup', to],
  ] as const)
    canvas.dispatchEvent(
      new PointerEvent(name, {
        clientX: box.left + (x / canvas.width) * box.width,
        clientY: box.top + (y / canvas.height) * box.height,
        pointerId: 1,
        bubbles: true,
      }),
    );
  await host.updateComplete;
}

async function editor(options: object = {}): Promise<RivImageEditor> {
  const host = await mount(
    new RivImageEditor({
      label: 'Picture',
      canvasSize: [100, 80],
      brush: { size: 10, colors: ['#ff0000'] },
      ...options,
    }),
  );
  const width = options && 'value' in options ? (options.value as ImageData).width : 100;
  await until(() => paper(host).width === width, 'the picture');
  return host;
}

describe('riv-image-editor', () => {
  afterEach(clearPage);

  it('is drawn upon: background, layers and both together', async () => {
    const host = await editor({ value: plain(50, 40, 'blue') });
    const { seen, stop } = record(host, ['input', 'change']);
    await line(host, [10, 20], [40, 20]);
    stop();
    expect(seen.filter((name) => !name.includes('@'))).to.deep.equal(['input', 'change']);
    const { background, layers, composite } = parts(host);
    expect([at(background!, 25, 20), at(layers[0]!, 25, 20), at(composite, 25, 20)]).to.deep.equal([
      [0, 0, 255, 255],
      [255, 0, 0, 255],
      [255, 0, 0, 255],
    ]);
    expect([at(layers[0]!, 25, 35), at(composite, 25, 35)]).to.deep.equal([
      [0, 0, 0, 0],
      [0, 0, 255, 255],
    ]);
  });

  it('takes back and does again, by buttons and by keys', async () => {
    const host = await editor();
    await line(host, [10, 10], [90, 10]);
    await line(host, [10, 70], [90, 70]);
    await press(host, 'Undo');
    expect([at(parts(host).composite, 50, 10)[3], at(parts(host).composite, 50, 70)[3]]).to.deep.equal([
      255, 0,
    ]);
    await press(host, 'Redo');
    expect(at(parts(host).composite, 50, 70)[3]).to.equal(255);
    const keys = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true });
    host.shadowRoot!.querySelector('.surface')!.dispatchEvent(keys);
    expect(at(parts(host).composite, 50, 70)[3]).to.equal(0);
  });

  it('erases of its layer alone', async () => {
    const host = await editor({ value: plain(100, 80, 'lime') });
    await line(host, [10, 40], [90, 40]);
    await press(host, 'Eraser');
    await line(host, [50, 20], [50, 60]);
    expect([at(parts(host).composite, 50, 40), at(parts(host).composite, 20, 40)]).to.deep.equal([
      [0, 255, 0, 255],
      [255, 0, 0, 255],
    ]);
  });

  it('has layers that are added, hidden and removed', async () => {
    const host = await editor();
    await line(host, [10, 40], [90, 40]);
    await press(host, 'Add a layer');
    await line(host, [50, 10], [50, 70]);
    expect(parts(host).layers).to.have.length(2);
    expect([at(parts(host).layers[0]!, 50, 15)[3], at(parts(host).layers[1]!, 50, 15)[3]]).to.deep.equal([
      0, 255,
    ]);
    await press(host, 'Show layer 2');
    expect([parts(host).layers.length, at(parts(host).composite, 50, 15)[3]]).to.deep.equal([2, 0]);
    await press(host, 'Remove layer 1');
    expect(parts(host).layers).to.have.length(1);
  });

  it('is cropped, all of it alike, and back again', async () => {
    const host = await editor({ value: plain(100, 80, 'blue') });
    await line(host, [10, 40], [90, 40]);
    await press(host, 'Crop');
    await line(host, [20, 30], [60, 70]);
    const { background, layers, composite } = parts(host);
    expect([background, layers[0], composite].map((part) => [part!.width, part!.height])).to.deep.equal([
      [40, 40],
      [40, 40],
      [40, 40],
    ]);
    expect(at(composite, 20, 10)).to.deep.equal([255, 0, 0, 255]);
    await press(host, 'Undo');
    expect([paper(host).width, parts(host).composite.width]).to.deep.equal([100, 100]);
  });

  it('takes parts from a handler, and gives them in the form that type names', async () => {
    const host = await editor();
    const value = { background: plain(30, 20, 'blue'), layers: [plain(30, 20, 'red')], composite: null };
    host.fromHandler(value);
    await until(() => paper(host).width === 30, 'the parts');
    const given = (await host.toHandler()) as { value: Parts };
    expect(at(given.value.composite, 5, 5)).to.deep.equal([255, 0, 0, 255]);
    host.type = 'blob';
    const files = (await host.toHandler()) as unknown as { value: { composite: Blob; layers: Blob[] } };
    expect([files.value.composite.type, files.value.layers.length]).to.deep.equal(['image/png', 1]);
    expect((await host.toBlob())!.type).to.equal('image/png');
    host.clear();
    expect(host.toHandler()).to.deep.equal({ kind: 'value', value: null });
  });

  it('refuses what is no picture, keeps what was drawn, and takes the next', async () => {
    const host = await editor();
    for (const wrong of [7, {}, { layers: 5 }, { background: 9 }])
      expect(() => host.fromHandler(wrong)).to.throw(
        'expected a picture, or { background, layers, composite }',
      );
    await line(host, [10, 40], [90, 40]);
    host.fromHandler(new Blob(['no picture'], { type: 'image/png' }));
    await until(() => host.message, 'the words');
    expect(host.message).to.include('Picture cannot be shown: the file is no picture that can be read');
    host.fromHandler(plain(20, 20, 'red'));
    await until(() => paper(host).width === 20, 'the next');
    expect(host.message).to.equal('');
    expect((host.value as EditedValue & ImageData).width).to.equal(20);
  });

  it('is only looked at as an output', async () => {
    const host = await editor({ value: plain(100, 80, 'blue') });
    host.use('output');
    await host.updateComplete;
    const before = host.value;
    await line(host, [10, 40], [90, 40]);
    expect([host.value, host.shadowRoot!.querySelector('.bar')]).to.deep.equal([before, null]);
  });

  for (const scheme of ['light', 'dark']) {
    it(`has no problem that axe finds (${scheme})`, async () => {
      const page = place(document.createElement('main'));
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      const host = await editor();
      page.append(host);
      await host.updateComplete;
      expect(await axeProblems(page)).to.deep.equal([]);
    });
  }
});
