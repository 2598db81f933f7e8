import { expect } from '@esm-bundle/chai';
import * as rv from 'rivulet';
import { drive, fakeCamera, fakeMicrophone } from 'rivulet/testing';

const undo = [];

/** Puts an app into the page until the test is over. */
function put(app) {
  app.mount();
  undo.push(() => app.remove());
  return drive(app);
}

/** Puts a device in the place of this computer's own until the test is over. */
function plug(device) {
  undo.push(() => device.restore());
  return device;
}

afterEach(() => {
  for (const each of undo.splice(0)) each();
});

it('adds', async () => {
  const app = put(
    new rv.Interface({ fn: (a, b) => a + b, inputs: ['number', 'number'], outputs: 'number', live: true }),
  );
  await app.set('a', 2);
  await app.set('b', 3);
  await app.idle();
  expect(app.output('output')).to.equal(5);
});

it('counts, and stops', async () => {
  async function* count(ctx) {
    for (let n = 1; !ctx.signal.aborted; n++) {
      yield n;
      await new Promise((next) => setTimeout(next, 20));
    }
  }
  const app = put(new rv.Interface({ fn: count, outputs: 'number' }));
  const shown = app.outputs();
  await app.press('Generate');
  for await (const { value } of shown) if (value === 3) break;
  await app.press('Stop');
  await app.idle();
});

it('shows how bright the camera’s frames are', async () => {
  const camera = plug(
    fakeCamera({
      width: 64,
      height: 48,
      source: (context, n) => {
        context.fillStyle = n < 30 ? 'black' : 'white';
        context.fillRect(0, 0, 64, 48);
      },
    }),
  );
  const app = put(
    new rv.Interface({
      fn: (picture) => picture.data[0],
      inputs: new rv.Image({ sources: ['webcam'], label: 'camera', streaming: true }),
      outputs: new rv.Number({ label: 'brightness' }),
      live: true,
      streamEvery: 0,
    }),
  );
  const shown = app.outputs();
  await app.record('camera');
  for await (const { value } of shown) if (value > 240) break;
  await app.stop('camera');
  expect(camera.tracks[0].readyState).to.equal('ended');
});

it('says why there is no camera', async () => {
  plug(fakeCamera()).deny();
  const app = put(
    new rv.Interface({
      fn: (picture) => picture,
      inputs: new rv.Image({ sources: ['webcam'], label: 'camera', streaming: true }),
      outputs: 'image',
      live: true,
    }),
  );
  const error = await app.record('camera').catch((error) => error);
  expect(error.name).to.equal('CameraError');
  expect(error.reason).to.equal('denied');
});

it('hears the microphone', async () => {
  plug(fakeMicrophone({ samples: (n) => Math.sin(n / 10) / 2 }));
  const app = put(
    new rv.Interface({
      fn: ({ channels: [samples] }) => Math.max(...samples.slice(-4800)),
      inputs: new rv.Audio({ sources: ['microphone'], label: 'voice', streaming: true }),
      outputs: new rv.Number({ label: 'loudest' }),
      live: true,
      streamEvery: 0.2,
    }),
  );
  const shown = app.outputs();
  await app.record('voice');
  for await (const { value } of shown) if (value > 0.4) break;
  await app.stop('voice');
  expect(app.output('loudest')).to.be.closeTo(0.5, 0.01);
});
