import { expect } from '@esm-bundle/chai';
import type { ServerPart } from '../../../src/shared/description.ts';
import { parseWav } from '../../../src/media/format/wav.ts';
import { type Exchange, sent, taken } from '../../../workers/engines/gradio/payloads.ts';
import { updateFrom } from '../../../workers/engines/gradio/update.ts';

const client = {
  config: { root: location.origin },
  api_prefix: '',
  options: {},
  fetch: (url: string, init: RequestInit) => fetch(url, init),
} as unknown as Exchange['client'];
const still: Exchange = { client, streaming: false };
const moving: Exchange = { client, streaming: true };

const part = (type: string): ServerPart => ({ type, label: '', props: {} });

/** What Gradio says of a file of its server. */
const on = (url: string, orig_name?: string) => ({
  path: url,
  url,
  orig_name,
  meta: { _type: 'gradio.FileData' },
});

const dot = new ImageData(Uint8ClampedArray.from([255, 0, 0, 128]), 1, 1);
const dotURL = await (async () => {
  const canvas = new OffscreenCanvas(1, 1);
  canvas.getContext('2d')!.putImageData(dot, 0, 0);
  return URL.createObjectURL(await canvas.convertToBlob());
})();

describe('values on their way to a Gradio server', () => {
  it('makes a PNG of pixels, a JPEG of a frame', async () => {
    expect(await sent(part('image'), dot, still)).to.include({ type: 'image/png', name: 'image.png' });
    expect(await sent(part('image'), dot, moving)).to.include({ type: 'image/jpeg', name: 'image.jpg' });
  });

  it('leaves a file as it is, and gives one without a name the ending of its kind', async () => {
    const named = new File(['x'], 'my.webp', { type: 'image/webp' });
    expect(await sent(part('image'), named, still)).to.equal(named);
    const audio = await sent(part('audio'), new Blob(['x'], { type: 'audio/mpeg' }), still);
    expect(audio).to.have.property('name', 'audio.mp3');
  });

  it('makes a WAV of samples', async () => {
    const samples = { sampleRate: 8000, channels: [Float32Array.of(0.5, -0.5)] };
    const file = (await sent(part('audio'), samples, still)) as File;
    const { sampleRate, channels } = parseWav(new Uint8Array(await file.arrayBuffer()))!;
    expect([sampleRate, ...channels[0]!]).to.deep.equal([8000, 0.5, -0.5]);
  });

  it('names a URL for the server to fetch', async () => {
    expect(await sent(part('image'), 'https://example.org/a.png', still)).to.deep.equal({
      path: 'https://example.org/a.png',
      url: 'https://example.org/a.png',
      meta: { _type: 'gradio.FileData' },
    });
  });

  it('says what it cannot make a file of', async () => {
    const error = await sent(part('image'), 12, still).catch((thrown: Error) => thrown);
    expect((error as Error).message).to.equal('A server takes files, pictures and sounds here; it got 12');
  });

  it('sends nothing as nothing', async () => {
    for (const type of ['image', 'audio', 'file', 'textbox', 'imageslider'])
      expect(await sent(part(type), null, still), type).to.equal(null);
    expect(await sent(part('number'), undefined, still)).to.equal(null);
  });

  it('writes tables of any form with headers and data', async () => {
    const wanted = { headers: ['a', 'b'], data: [[1, 2]], metadata: null };
    expect(await sent(part('dataframe'), [{ a: 1, b: 2 }], still)).to.deep.equal(wanted);
    expect(await sent(part('dataframe'), { a: [1], b: [2] }, still)).to.deep.equal(wanted);
  });

  it('writes marked text as tokens', async () => {
    const wanted = [
      { token: 'Ada', class_or_confidence: 'name' },
      { token: ' said', class_or_confidence: null },
    ];
    expect(await sent(part('highlightedtext'), [['Ada', 'name'], [' said']], still)).to.deep.equal(wanted);
    const text = { text: 'Ada said', entities: [{ entity: 'name', start: 0, end: 3 }] };
    expect(await sent(part('highlightedtext'), text, still)).to.deep.equal(wanted);
  });

  it('writes a gallery with captions, films apart from pictures', async () => {
    const film = new File(['x'], 'a.mp4', { type: 'video/mp4' });
    const items = (await sent(
      part('gallery'),
      [{ media: film, caption: 'A' }, [dot, 'B']],
      still,
    )) as object[];
    expect(items[0]).to.deep.equal({ video: film, caption: 'A' });
    expect(Object.keys(items[1]!)).to.deep.equal(['image', 'caption']);
  });

  it('writes a conversation by its parts', async () => {
    const file = new File(['x'], 'a.txt', { type: 'text/plain' });
    const messages = [{ role: 'user', content: ['hi', file] }];
    expect(await sent(part('chatbot'), messages, still)).to.deep.equal([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'hi' },
          { type: 'file', file, alt_text: null },
        ],
        metadata: null,
        options: null,
      },
    ]);
  });

  it("writes a moment by the reader's clock", async () => {
    const moment = new Date(2026, 0, 31, 9, 5, 7);
    expect(await sent(part('datetime'), moment.getTime() / 1000, still)).to.equal('2026-01-31 09:05:07');
  });
});

describe('values of a Gradio server', () => {
  it('fetches files, however deep', async () => {
    const value = (await taken(part('file'), [on(dotURL, 'dot.png')], still)) as File[];
    expect(value[0]).to.be.instanceOf(File).and.have.property('name', 'dot.png');
    const deep = (await taken(part('unheard'), { at: { file: on(dotURL) } }, still)) as {
      at: { file: File };
    };
    expect(deep.at.file).to.be.instanceOf(File);
  });

  it('says that a file is not there', async () => {
    const error = await taken(part('image'), on('/test/nothing.png'), still).catch((thrown: Error) => thrown);
    expect((error as Error).message).to.match(/nothing\.png of the server cannot be had: it answered 404$/);
  });

  it('decodes a frame of a stream, which the page has only to show', async () => {
    const value = await taken(part('image'), on(dotURL), moving);
    expect(value).to.be.instanceOf(ImageBitmap);
  });

  it('reads the masks of a marked picture from how opaque they are', async () => {
    const payload = { image: on(dotURL), annotations: [{ image: on(dotURL), label: 'all' }] };
    const [image, parts] = (await taken(part('annotatedimage'), payload, still)) as [
      File,
      [{ data: Float32Array; width: number; height: number }, string][],
    ];
    expect(image).to.be.instanceOf(File);
    const [mask, label] = parts[0]!;
    expect(label).to.equal('all');
    expect([mask.width, mask.height]).to.deep.equal([1, 1]);
    expect(mask.data[0]).to.be.closeTo(0.5, 0.01);
  });

  it('reads a Label as scores, or as its word alone', async () => {
    const scores = { label: 'cat', confidences: [{ label: 'cat', confidence: 0.9 }] };
    expect(await taken(part('label'), scores, still)).to.deep.equal({ cat: 0.9 });
    expect(await taken(part('label'), { label: 'cat', confidences: null }, still)).to.equal('cat');
    expect(await taken(part('label'), null, still)).to.equal(null);
  });

  it('reads plots', async () => {
    const figure = { type: 'plotly', plot: '{"data": [], "layout": {}}' };
    expect(await taken(part('plot'), figure, still)).to.deep.equal({ data: [], layout: {} });
    const picture = { type: 'matplotlib', plot: 'data:image/png;base64,AAAA' };
    expect(await taken(part('plot'), picture, still)).to.be.instanceOf(Blob);
    const other = await taken(part('plot'), { type: 'bokeh', plot: '' }, still).catch(
      (thrown: Error) => thrown,
    );
    expect((other as Error).message).to.match(/gave a plot of bokeh, expected one of/);
  });

  it('reads conversations of this and of older versions', async () => {
    const messages = [
      {
        role: 'assistant',
        content: [{ type: 'text', text: 'hello' }],
        metadata: { title: null, parent_id: 1 },
      },
      { role: 'user', content: 'as ever', metadata: null, options: null },
    ];
    expect(await taken(part('chatbot'), messages, still)).to.deep.equal([
      { role: 'assistant', content: 'hello', metadata: { parentId: 1 } },
      { role: 'user', content: 'as ever' },
    ]);
  });

  it('reads tables and tokens', async () => {
    const table = { headers: ['a'], data: [[1]], metadata: null };
    expect(await taken(part('dataframe'), table, still)).to.deep.equal({ headers: ['a'], data: [[1]] });
    const tokens = [{ token: 'Ada', class_or_confidence: 'name' }];
    expect(await taken(part('highlightedtext'), tokens, still)).to.deep.equal([['Ada', 'name']]);
  });

  it('makes updates of what Gradio writes of them, and leaves an output that nothing is said of', async () => {
    const ctx = { skip: 'skip', update: (props: object) => ({ update: props }) } as never;
    const update = { __type__: 'update', max_lines: 3, value: 'x', elem_id: 'y' };
    expect(await updateFrom(update, part('textbox'), still, ctx)).to.deep.equal({
      update: { maxLines: 3, value: 'x' },
    });
    expect(await updateFrom({ __type__: 'update' }, part('textbox'), still, ctx)).to.equal('skip');
    expect(updateFrom({ a: 1 }, part('json'), still, ctx)).to.equal(null);
  });
});
