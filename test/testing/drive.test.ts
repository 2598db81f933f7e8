import { expect } from '@esm-bundle/chai';
import * as rv from '../../src/index.ts';
import { drive, fakeCamera, fakeMicrophone } from '../../src/testing/index.ts';
import { pageWith } from '../helpers/app.ts';
import { clearPage, mount } from '../helpers/page.ts';
import { wordsOf } from '../helpers/press.ts';
import { until } from '../helpers/wait.ts';
import { plainFile } from '../helpers/components/image.ts';

afterEach(clearPage);

const CALCULATOR = `<riv-interface live>
  <riv-number slot="input" label="a" value="0"></riv-number>
  <riv-radio slot="input" label="operation" choices="add,divide" value="add"></riv-radio>
  <riv-number slot="input" label="b" value="0"></riv-number>
  <riv-number slot="output" label="result"></riv-number>
  <script type="handler">
    export default function (a, operation, b) {
      if (operation === 'divide' && b === 0) throw new Error('Nothing is divided by 0');
      return operation === 'add' ? a + b : a / b;
    }
  </script>
</riv-interface>`;

/** What a promise rejects with. */
async function failure(work: Promise<unknown>): Promise<Error & { reason?: string }> {
  const value = await work.catch((error: Error) => ({ error }));
  expect(value, 'a failure').to.have.property('error');
  return (value as { error: Error }).error;
}

describe('drive', () => {
  it('drives a live calculator', async () => {
    const app = drive(await pageWith(CALCULATOR));
    await app.set('a', 6);
    await app.set('b', 3);
    await app.idle();
    expect(app.output('result')).to.equal(9);
    await app.set('operation', 'divide');
    await app.idle();
    expect(app.output('result')).to.equal(2);
  });

  it('fires input and change for what it sets, as a user does', async () => {
    const app = await pageWith(CALCULATOR);
    const fired: string[] = [];
    for (const name of ['input', 'change'])
      app.addEventListener(name, ({ type, target }) => fired.push(`${type} ${(target as rv.Number).label}`));
    await drive(app).set('a', 1);
    expect(fired.slice(0, 2)).to.deep.equal(['input a', 'change a']);
  });

  it('says what failed in place of a value', async () => {
    const app = drive(await pageWith(CALCULATOR));
    const shown = app.outputs();
    await app.set('operation', 'divide');
    await app.idle();
    expect(() => app.output('result')).to.throw('"result" shows an error: Nothing is divided by 0');
    const seen = async () => {
      for await (const _ of shown) break;
    };
    expect((await failure(seen())).message).to.contain('Nothing is divided by 0');
  });

  it('waits for an app by its selector, and for its script', async () => {
    const app = drive('#later riv-interface');
    const setting = app.set('a', 4);
    const place = document.body.appendChild(document.createElement('div'));
    place.id = 'later';
    place.innerHTML = CALCULATOR;
    await setting;
    await app.idle();
    expect(app.output('result')).to.equal(4);
  });

  const wrong: [string, (app: ReturnType<typeof drive>) => Promise<unknown>, RegExp][] = [
    ['no such label', (app) => app.set('c', 1), /called "c"; there are "a", "operation", "b", "result"/],
    ['no such button', (app) => app.press('Go'), /Waited 1 s in vain for a button "Go"; there are .*"Clear"/],
    ['an output', (app) => app.set('result', 1), /"result" cannot be set: it is an output/],
    ['a value that does not fit', (app) => app.set('a', 'x'), /got "x", expected a number/],
    ['none of the choices', (app) => app.set('operation', 'root'), /"root" is not in the list of choices/],
    ['a stream where there is none', async (app) => app.stats('a'), /"a" records nothing/],
    ['an element that is none', async () => drive(null as never), /drive\(\) got null/],
  ];
  for (const [what, act, words] of wrong)
    it(`tells of ${what}`, async () => {
      const app = drive(await pageWith(CALCULATOR), { timeout: 1 });
      expect((await failure(act(app))).message).to.match(words);
    });

  it('tells two components of one name apart by use, or says that there are two', async () => {
    const page = await pageWith(`<riv-blocks>
      <riv-textbox label="x" id="one"></riv-textbox><riv-textbox label="x" id="two"></riv-textbox>
      <riv-textbox label="x" interactive="false" value="out"></riv-textbox></riv-blocks>`);
    const app = drive(page);
    expect(app.output('x')).to.equal('out');
    expect((await failure(app.set('x', 'a'))).message).to.contain('3 components are called "x"');
    await app.set('two', 'b');
    expect(page.querySelector<rv.Textbox>('#two')!.value).to.equal('b');
  });

  it('gives what a generator shows, yield by yield, until it is over', async () => {
    const app = drive(
      await pageWith(`<riv-interface><riv-number slot="output" label="n"></riv-number>
        <script type="handler">export default function* () { for (let n = 1; n <= 4; n++) yield n; }</script>
      </riv-interface>`),
    );
    const shown = app.outputs();
    await app.press('Generate');
    const values = [];
    for await (const { label, value } of shown) values.push([label, value]);
    expect(values).to.deep.equal([1, 2, 3, 4].map((n) => ['n', n]));
  });

  it('stops a generator', async () => {
    const app = drive(
      await pageWith(`<riv-interface><riv-number slot="output" label="n"></riv-number>
        <script type="handler">
          export default async function* (ctx) {
            for (let n = 1; !ctx.signal.aborted; n++) { yield n; await new Promise((next) => setTimeout(next, 20)); }
          }
        </script></riv-interface>`),
      { timeout: 1 },
    );
    await app.press('Generate');
    expect((await failure(app.idle())).message).to.match(
      /Waited 1 s in vain for nothing to run: <riv-interface> runs, "n" is generating/,
    );
    await app.press('Stop');
    await app.idle();
    const last = app.output('n');
    expect(last).to.be.above(1);
    await app.press('Generate');
    for await (const { value } of app.outputs()) if (value === 3) break;
    await app.press('Stop');
    await app.idle();
  });

  it('waits for what follows a run, and for handlers without outputs', async () => {
    const go = new rv.Button({ value: 'Go' });
    const end = new rv.Textbox({ label: 'end', interactive: false });
    const page = await mount(new rv.Blocks({}, go, end));
    const wait = () => new Promise((resolve) => setTimeout(resolve, 50));
    rv.on(go, 'click', { fn: wait, thread: 'main' }).after({
      fn: () => new Promise((resolve) => setTimeout(resolve, 50, 'done')),
      outputs: end,
    });
    const app = drive(page);
    await app.press('Go');
    await app.idle();
    expect(app.output('end')).to.equal('done');
  });

  it('gives a picture as a file, which the component reads', async () => {
    const app = drive(
      await pageWith(`<riv-interface>
        <riv-image slot="input" label="picture"></riv-image><riv-textbox slot="output" label="size"></riv-textbox>
        <script type="handler">export default ({ width, height }) => width + '×' + height;</script>
      </riv-interface>`),
    );
    for (const [width, height] of [
      [30, 20],
      [8, 9],
    ] as const) {
      await app.set('picture', await plainFile(width, height));
      await app.press('Submit');
      await app.idle();
      expect(app.output('size')).to.equal(`${width}×${height}`);
    }
    const error = await failure(app.set('picture', new Blob(['no picture'], { type: 'image/png' })));
    expect(error.name).to.equal('MediaError');
  });

  it('streams a camera into a handler, and tells its figures', async () => {
    const camera = fakeCamera({ width: 64, height: 48, fps: 30 });
    const page = await pageWith(`<riv-interface live stream-every="0">
      <riv-image slot="input" label="camera" sources="webcam" streaming mirror="false"></riv-image>
      <riv-textbox slot="output" label="corner"></riv-textbox>
      <script type="handler">
        export default ({ data, width, height }) => [width, height, data[0] > 200, data[2] > 200].join(' ');
      </script></riv-interface>`);
    const app = drive(page);
    try {
      const shown = app.outputs();
      await app.record('camera');
      for await (const { value } of shown) {
        expect(value).to.equal('64 48 true false');
        break;
      }
      await app.stop('camera');
      await app.idle();
      expect(app.stats('camera').delivered).to.be.above(0);
      expect(camera.tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended']);
      camera.deny();
      expect(await failure(app.record('camera'))).to.include({ name: 'CameraError', reason: 'denied' });
      camera.mend();
      await app.record('camera');
      camera.unplug();
      await app.idle();
    } finally {
      camera.restore();
    }
  });

  it('records a microphone', async () => {
    const microphone = fakeMicrophone({ samples: (n) => Math.sin(n / 20) });
    const page = await pageWith(`<riv-interface>
      <riv-audio slot="input" label="voice" sources="microphone"></riv-audio>
      <riv-number slot="output" label="loudest"></riv-number>
      <script type="handler">
        export default ({ channels: [samples] }) => Math.round(10 * samples.reduce((a, b) => Math.max(a, b), 0)) / 10;
      </script></riv-interface>`);
    const app = drive(page);
    try {
      await app.record('voice');
      await until(() => wordsOf(page.querySelector('riv-audio')!).includes('0:01'), 'a second');
      await app.stop('voice');
      await app.press('Submit');
      await app.idle();
      expect(app.output('loudest')).to.equal(1);
      microphone.busy();
      expect(await failure(app.record('voice'))).to.include({ name: 'MicrophoneError', reason: 'busy' });
    } finally {
      microphone.restore();
    }
  });
});
