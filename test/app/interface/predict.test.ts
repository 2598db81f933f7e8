import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import type { Component } from '../../../src/app/shortcuts.ts';
import { plain, plainFile } from '../../helpers/components/image.ts';
import { clearPage } from '../../helpers/page.ts';
import { tone } from '../../helpers/media/sound.ts';

/** An app, in no page, whose handler gives back what it was given. */
function echo(input: Component): rv.Blocks {
  const [button, out] = [new rv.Button(), new rv.JSON()];
  rv.on(button, 'click', {
    fn: (value: unknown) => value,
    inputs: [input],
    outputs: [out],
    apiName: 'echo',
  });
  return new rv.Blocks({}, input, button, out);
}

/** What the handler of an app with this input is given for a value of a script. */
async function handed(input: Component, value: unknown): Promise<unknown> {
  const [given] = await echo(input).predict('echo', [value]);
  return given;
}

/** An app whose handler says what kind of thing it was given. */
async function kindOf(input: Component, value: unknown): Promise<unknown> {
  const app = new rv.Interface({
    fn: function kind(given: Record<string, unknown> | null) {
      if (given === null) return 'null';
      const { width, height, displayWidth, sampleRate, channels, type, size } = given as Record<
        string,
        number
      >;
      const list = channels as unknown as Float32Array[] | undefined;
      return {
        kind: given.constructor.name,
        width,
        height,
        displayWidth,
        sampleRate,
        lengths: list?.map((one) => one.length),
        type,
        size,
      }; // prettier-ignore
    },
    inputs: [input],
    outputs: 'json',
  });
  const [told] = await app.predict('kind', [value]);
  return JSON.parse(JSON.stringify(told));
}

/** The error that a value leads to. */
async function refused(input: Component, value: unknown): Promise<rv.ValueError> {
  const error: unknown = await echo(input)
    .predict('echo', [value])
    .catch((reason: unknown) => reason);
  expect((error as Error).name, JSON.stringify(error)).to.equal('ValueError');
  return error as rv.ValueError;
}

describe('values that a script gives in place of the elements’', () => {
  afterEach(clearPage);

  it('are rounded and held to their bounds by Number and Slider', async () => {
    const number = () => new rv.Number({ label: 'N', maximum: 5, precision: 1 });
    expect(await handed(number(), 1.26)).to.equal(1.3);
    expect(await handed(number(), null)).to.equal(null);
    expect((await refused(number(), 9)).message).to.equal('N: Value 9 is greater than maximum value 5.');
    expect((await refused(number(), 'many')).message).to.equal(
      'N (riv-number) got "many", expected a number or null',
    );
    const slider = () => new rv.Slider({ label: 'S', minimum: 1, maximum: 5, precision: 0 });
    expect(await handed(slider(), 2.6)).to.equal(3);
    expect((await refused(slider(), 0)).message).to.equal('S: Value 0 is less than minimum value 1.');
    expect((await refused(slider(), {})).message).to.match(/^S .*expected a number from 1 to 5$/);
  });

  it('must be choices, which go as their places with type "index"', async () => {
    const choices = ['a', ['Bee', 'b']] as const;
    for (const type of ['value', 'index'] as const) {
      const b = type === 'value' ? 'b' : 1;
      const radio = () => new rv.Radio({ label: 'R', choices, type });
      const group = () => new rv.CheckboxGroup({ label: 'G', choices, type });
      const dropdown = (multiselect: boolean) => new rv.Dropdown({ label: 'D', choices, type, multiselect });
      expect(await handed(radio(), 'b')).to.equal(b);
      expect(await handed(radio(), null)).to.equal(null);
      expect(await handed(group(), ['b'])).to.deep.equal([b]);
      expect(await handed(group(), null)).to.deep.equal([]);
      expect(await handed(dropdown(false), 'b')).to.equal(b);
      expect(await handed(dropdown(false), '')).to.equal(null);
      expect(await handed(dropdown(true), ['b'])).to.deep.equal([b]);
      for (const [name, input] of Object.entries({ R: radio(), G: group(), D: dropdown(false) }))
        expect((await refused(input, name === 'G' ? ['zzz'] : 'zzz')).message).to.equal(
          `${name}: value "zzz" is not in the list of choices: ["a","b"]`,
        );
    }
    expect(await handed(new rv.Dropdown({ choices, allowCustomValue: true }), 'zzz')).to.equal('zzz');
  });

  it('become what Checkbox, Textbox and JSON hold', async () => {
    expect(await handed(new rv.Checkbox(), 1)).to.equal(true);
    expect(await handed(new rv.Checkbox(), null)).to.equal(false);
    expect(await handed(new rv.Textbox(), 5)).to.equal('5');
    expect(await handed(new rv.Textbox(), null)).to.equal('');
    expect(await handed(new rv.JSON(), 'plain words')).to.equal('plain words');
    expect(await handed(new rv.JSON(), { a: [1] })).to.deep.equal({ a: [1] });
    expect((await refused(new rv.JSON({ label: 'J' }), 1n)).message).to.match(/^J .*got 1, expected JSON$/);
  });

  it('are copied by a State, or refused where they cannot be', async () => {
    expect(await handed(new rv.State(), { n: 1 })).to.deep.equal({ n: 1 });
    const error = await refused(new rv.State({ id: 'memory' }), () => 1);
    expect(error.message).to.equal('State "memory" cannot hold a function: it cannot be copied');
  });

  it('reach the handler of an Image as its type says', async () => {
    const file = await plainFile(3, 2);
    const image = (type: rv.Image['type']) => new rv.Image({ label: 'I', type });
    expect(await kindOf(image('data'), file)).to.deep.equal({ kind: 'ImageData', width: 3, height: 2 });
    expect(await kindOf(image('data'), { data: new Uint8Array(6), width: 3, height: 2 })).to.include({
      kind: 'ImageData',
    });
    expect(await kindOf(image('bitmap'), plain(3, 2))).to.include({ kind: 'ImageBitmap', width: 3 });
    expect(await kindOf(image('frame'), plain(3, 2))).to.include({ kind: 'VideoFrame', displayWidth: 3 });
    expect(await kindOf(image('canvas'), URL.createObjectURL(file))).to.include({ kind: 'OffscreenCanvas' });
    expect(await kindOf(image('blob'), plain(3, 2))).to.include({ type: 'image/png' });
    expect(await kindOf(image('data'), null)).to.equal('null');
  });

  it('stay the script’s own: a bitmap is copied', async () => {
    const bitmap = await createImageBitmap(plain(3, 2));
    expect(await kindOf(new rv.Image({ type: 'bitmap' }), bitmap)).to.include({ kind: 'ImageBitmap' });
    expect([bitmap.width, bitmap.height]).to.deep.equal([3, 2]);
    bitmap.close();
    expect((await refused(new rv.Image({ label: 'I' }), bitmap)).message).to.equal(
      'I: An image came as ImageBitmap without pixels, expected one that is loaded and not closed',
    );
  });

  it('are refused by an Image, an Audio and a Video that they do not fit', async () => {
    expect((await refused(new rv.Image({ label: 'I' }), 5)).message).to.match(
      /^I \(riv-image\) got 5, expected ImageData, .* or a URL$/,
    );
    const pixels = { data: new Uint8Array(5), width: 3, height: 2 };
    expect((await refused(new rv.Image({ label: 'I' }), pixels)).message).to.equal(
      'I: An image came with 5 numbers for 3×2 pixels, expected 24 (RGBA), 18 (RGB) or 6 (grey)',
    );
    expect((await refused(new rv.Audio({ label: 'A' }), 5)).message).to.match(
      /^A \(riv-audio\) got 5, expected/,
    );
    const picture = await plainFile(3, 2);
    expect((await refused(new rv.Video({ label: 'V' }), picture)).message).to.match(
      /^V \(riv-video\) got "a image\/png file", expected a Blob/,
    );
  });

  it('reach the handler of an Audio as its type, sampleRate and mono say', async () => {
    const sound = tone(0.5, { count: 2 });
    const options = { sampleRate: 16000, mono: true };
    expect(await kindOf(new rv.Audio(options), sound)).to.include({ sampleRate: 16000 });
    expect(((await kindOf(new rv.Audio(options), sound)) as { lengths: number[] }).lengths).to.deep.equal([
      8000,
    ]);
    const wav = (await new rv.Audio({ value: sound }).toBlob())!;
    expect(await kindOf(new rv.Audio(), wav)).to.deep.include({ sampleRate: 48000, lengths: [24000, 24000] });
    expect(await kindOf(new rv.Audio({ type: 'blob' }), sound)).to.include({
      kind: 'Blob',
      type: 'audio/wav',
    });
  });

  it('reach the handler of a Video as a file, also bytes and a URL', async () => {
    const bytes = Uint8Array.of(0, 0, 0, 8, 102, 116, 121, 112);
    for (const value of [bytes, URL.createObjectURL(new Blob([bytes]))])
      expect(await kindOf(new rv.Video(), value)).to.include({ kind: 'Blob', size: 8 });
  });

  it('fail the run where they do not fit, and leave the elements and the handler alone', async () => {
    const number = new rv.Number({ value: 3, maximum: 5 });
    const app = echo(number);
    const stages: string[] = [];
    const error: unknown = await (async () => {
      for await (const message of app.submit('echo', [9]))
        if (message.type === 'status') stages.push(message.stage);
    })().catch((reason: unknown) => reason);
    expect((error as Error).name).to.equal('ValueError');
    expect(stages).to.deep.equal(['error']);
    expect([number.value, number.message]).to.deep.equal([3, '']);
    expect(await app.predict('echo', [4])).to.deep.equal([4]);
  });

  describe('with a signal', () => {
    const forever = () =>
      new rv.Interface({
        fn: async function* count() {
          for (let i = 0; ; i++) {
            yield i;
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
        },
        inputs: [],
        outputs: 'number',
      });
    const reason = new Error('Not wanted any more');
    const failure = (work: Promise<unknown>): Promise<unknown> =>
      work.then(
        () => 'no failure',
        (error: unknown) => error,
      );

    it('stops when that aborts, and frees the place of the run', async () => {
      const app = forever();
      app.mount();
      await app.ready;
      const abort = new AbortController();
      const given = failure(app.predict('count', [], { signal: abort.signal }));
      while (!app.binding!.running) await new Promise((resolve) => setTimeout(resolve));
      abort.abort(reason);
      expect(await given).to.equal(reason);
      expect(app.binding!.running).to.equal(false);
      const first = await app.submit('count').next();
      expect(first.done).to.equal(false);
    });

    it('has to be one', async () => {
      const error = (await failure(forever().predict('count', [], { signal: 5 as never }))) as Error;
      expect(error).to.include({ name: 'ValueError' });
      expect(error.message).to.equal('The option "signal" got 5, expected an AbortSignal');
    });

    it('throws its reason in the loop of submit, too', async () => {
      const abort = new AbortController();
      const seen: number[] = [];
      const loop = async () => {
        for await (const message of forever().submit('count', [], { signal: abort.signal }))
          if (message.type === 'data' && seen.push((message.data as number[])[0]!) === 3) abort.abort(reason);
      };
      expect(await failure(loop())).to.equal(reason);
      expect(seen.slice(0, 3)).to.deep.equal([0, 1, 2]);
    });

    it('does not begin when that has aborted before, or while it waits for its app', async () => {
      const app = forever();
      expect(await failure(app.predict('count', [], { signal: AbortSignal.abort(reason) }))).to.equal(reason);
      const abort = new AbortController();
      const given = failure(app.predict('count', [], { signal: abort.signal }));
      abort.abort(reason);
      expect(await given).to.equal(reason);
    });
  });
});
