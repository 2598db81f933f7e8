// Events: `rv.on` and listeners know the events of each element, and what they tell.
import * as rv from 'rivulet';
import { type Same, holds } from './same.ts';

const box = new rv.Textbox();
const number = new rv.Number();
const camera = new rv.Image({ sources: ['webcam'] });
const button = new rv.Button();
const tabs = new rv.Tabs();
const result = new rv.Image({ streaming: true });

rv.on(box, 'submit', { fn: (word) => word.toUpperCase(), inputs: box, outputs: box });
rv.on(box, 'select', {
  fn: (word, ctx) => {
    holds<Same<typeof word, string>>();
    holds<Same<typeof ctx.event.data.index, [start: number, end: number]>>();
    return ctx.event.data.value.length;
  },
  inputs: [box],
  outputs: [number],
});
rv.on(camera, 'stream', { fn: (frame) => frame, inputs: camera, outputs: result, streamEvery: 0 });
rv.on(camera, 'stream', {
  fn: ({ data, width }, n) => data.length / width + (n ?? 0),
  inputs: [camera, number],
  outputs: number,
});
rv.on(camera, 'select', {
  fn: (ctx) => {
    const [x, y] = ctx.event.data.index;
    return x + y;
  },
  outputs: number,
});
rv.on(camera, 'error', { fn: (ctx) => ctx.event.data.error.reason ?? 'unknown', outputs: box });
rv.on(tabs, 'change', { fn: (ctx) => ctx.event.data.id, outputs: box });
rv.on(button, 'click', { fn: (ctx) => ctx.info('Pressed') });
rv.on(button, 'click', { fn: null, cancels: rv.on(button, 'click', { fn: () => 1, outputs: number }) })
  .success({ fn: (n) => (n ?? 0) + 1, inputs: number, outputs: number })
  .after({ fn: (n, ctx) => ctx.info(String(n)), inputs: number });
rv.on(
  [
    [box, 'change'],
    [number, 'submit'],
    [window, 'resize'],
  ],
  { fn: (word, n) => word.repeat(n ?? 1), inputs: [box, number], outputs: box },
);
rv.on({ fn: (word, n) => [n, word], inputs: [box, number], outputs: [number, box] });
rv.on(button, 'click', { fn: (all) => String(all.word), inputs: new Set([box, number]), outputs: box });
rv.on(button, 'click', { js: (word) => [word], fn: (word) => word, inputs: box, outputs: box });

rv.on(button, 'click', {
  js: (word, n) => {
    holds<Same<typeof word, string>>();
    holds<Same<typeof n, number | null>>();
  },
  inputs: [box, number],
});
new rv.Render({ inputs: number, fn: (n) => Array.from({ length: n ?? 1 }, () => new rv.Textbox()) });
new rv.Render({ inputs: [box, number], fn: (word, n) => [word.trim(), n ? null : new rv.Number()] });
new rv.Render({ fn: () => 'text' });
new rv.Textbox({ value: (n) => String(n), inputs: number, every: 1 });

const boxes = ['a', 'b'].map((label) => new rv.Textbox({ label }));
rv.on(button, 'click', { fn: (...texts) => texts.slice(0, -1).join(' '), inputs: boxes, outputs: box });
const row = new rv.Row(box);
rv.on(button, 'click', { fn: (ctx) => ctx.update({ visible: false }), outputs: row });

const name: rv.EventName<rv.Number> = 'blur';
holds<Same<rv.EventName<rv.Timer>, 'tick' | 'change'>>();
holds<Same<rv.EventName<rv.Interface>, 'load' | 'submit' | 'clear'>>();
console.log(name);

box.addEventListener('input', (event) => event.detail.value.trim());
camera.addEventListener('error', ({ detail }) => detail.error.message);
button.addEventListener('click', (event) => event.clientX);
tabs.addEventListener('select', (event) => event.detail.index.toFixed());
box.addEventListener('pointerdown', (event) => event.clientX);
box.addEventListener('whatever', (event) => event.type);
document.querySelector('riv-slider')?.addEventListener('release', (event) => event.detail.value.toFixed());

// a component of one's own
class Stars extends rv.Number {}
rv.on(new Stars(), 'change', { fn: (n) => n, inputs: new Stars(), outputs: number });

// what does not fit
// @ts-expect-error no such event
rv.on(box, 'clik', { fn: () => 'a', outputs: box });
// @ts-expect-error an event of a Textbox
rv.on(number, 'select', { fn: () => 1, outputs: number });
// @ts-expect-error a Row has no events
rv.on(row, 'change', { fn: () => 1, outputs: number });
rv.on(
  [
    [box, 'change'],
    // @ts-expect-error no such event
    [number, 'select'],
  ],
  { fn: () => 1, outputs: number },
);
// @ts-expect-error a Number takes numbers
rv.on(box, 'change', { fn: (word) => word, inputs: box, outputs: number });
// @ts-expect-error a Textbox gives text
rv.on(box, 'change', { fn: (n: number) => n, inputs: box, outputs: number });
// @ts-expect-error a Number takes numbers
rv.on(box, 'change', { fn: () => 1, outputs: number }).success({ fn: () => 'a', outputs: number });
// @ts-expect-error the detail has no such field
rv.on(tabs, 'change', { fn: (ctx) => ctx.event.data.title, outputs: box });
// @ts-expect-error a number is no text
new rv.Render({ inputs: number, fn: (n) => n?.trim() });
// @ts-expect-error nothing that can be shown
new rv.Render({ inputs: number, fn: (n) => ({ n }) });
// @ts-expect-error no such option
rv.on(box, 'change', { fn: () => 1, output: number });
// @ts-expect-error text has no toFixed
box.addEventListener('input', (event) => event.detail.value.toFixed());

const one = new rv.File();
const several = new rv.UploadButton({ fileCount: 'multiple' });
const bytes = new rv.File({ type: 'binary', fileCount: 'directory' });
rv.on(several, 'upload', {
  fn: (file, files, all, ctx) => {
    holds<Same<typeof file, File | null>>();
    holds<Same<typeof files, File[] | null>>();
    holds<Same<typeof all, Uint8Array[] | null>>();
    ctx.info(file?.name ?? '');
    return files ?? [];
  },
  inputs: [one, several, bytes],
  outputs: one,
});
rv.on(one, 'delete', { fn: (ctx) => `${ctx.event.data.index} ${ctx.event.data.name}`, outputs: box });
new rv.ClearButton([one, box], { value: 'Reset' }).add(number);
