// Handlers of workers, and driving apps from script.
import * as rv from 'rivulet';
import { type Same, holds } from './same.ts';

const handlers = rv.handlers<typeof import('./filters.ts')>(
  () => new Worker(new URL('./filters.ts', import.meta.url), { type: 'module' }),
);
const camera = new rv.Image({ sources: ['webcam'] });
const level = new rv.Slider({ maximum: 1 });
const box = new rv.Textbox();

rv.on(camera, 'stream', { fn: handlers.edges, inputs: [camera, level], outputs: camera });
new rv.Interface({ fn: handlers.shout, inputs: 'text', outputs: 'text' });
new rv.Interface({ fn: handlers.split, inputs: 'text', outputs: ['text', 'number'] });
new rv.Interface({ fn: handlers.default, inputs: 'text', outputs: 'text' });
const untyped = rv.handlers(() => new Worker('worker.js'));
new rv.Interface({ fn: untyped.anything, inputs: 'text', outputs: 'text' });

// @ts-expect-error no such function
handlers.edge;
// @ts-expect-error no function
handlers.version;
// @ts-expect-error a Slider gives a number
new rv.Interface({ fn: handlers.shout, inputs: 'slider', outputs: 'text' });
// @ts-expect-error a Number takes numbers
new rv.Interface({ fn: handlers.shout, inputs: 'text', outputs: 'number' });
// @ts-expect-error the second input is a number
rv.on(camera, 'stream', { fn: handlers.edges, inputs: [camera, box], outputs: camera });

const app = new rv.Interface({
  fn: (word) => [word, word.length],
  inputs: 'text',
  outputs: ['text', 'number'],
});
const [word, length] = await app.predict('measure', ['five']);
holds<Same<typeof word, string>>();
holds<Same<typeof length, number>>();
for await (const message of app.submit('measure', ['five'], { signal: AbortSignal.timeout(1000) })) {
  if (message.type === 'data') holds<Same<typeof message.data, [string, number]>>();
  if (message.type === 'log') console.log(message.log);
}
const doubling = new rv.Interface({ fn: (n) => 2 * (n ?? 0), inputs: 'number', outputs: 'number' });
const [double] = await doubling.predict('double', [21]);
holds<Same<typeof double, number>>();
await doubling.predict('double', [null]);
const any: rv.Interface = app;
const [something] = await any.predict('measure', [1, 2]);
holds<Same<typeof something, unknown>>();
await new rv.Interface({ fn: './filters.js' }, camera).predict('filters', [new Blob()]);

const blocks = new rv.Blocks<typeof import('./filters.ts')>({}, box);
const [text] = await blocks.predict('shout', ['hey']);
holds<Same<typeof text, string>>();
const [part, count] = await blocks.predict('split', ['hey']);
holds<Same<typeof part, string>>();
holds<Same<typeof count, number>>();
const [given] = await new rv.Blocks(box).predict('anything', [1]);
holds<Same<typeof given, unknown>>();

// @ts-expect-error a Textbox is given text
app.predict('measure', [5]);
// @ts-expect-error one input
app.predict('measure', ['a', 'b']);
// @ts-expect-error no such handler
blocks.predict('whisper', ['a']);
// @ts-expect-error it takes text
blocks.predict('shout', [1]);
