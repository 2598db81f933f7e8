// Handlers: what `fn` is given follows from `inputs`, and what it gives is held against `outputs`.
import * as rv from 'rivulet';
import { type Same, holds } from './same.ts';

new rv.Interface({ fn: (word) => word.toUpperCase(), inputs: 'text', outputs: 'text' });
new rv.Interface({ fn: (word, ctx) => ctx.skip, inputs: ['text'], outputs: ['text'] });
new rv.Interface({
  fn: (a, operation, b, ctx) => {
    holds<Same<typeof a, number | null>>();
    holds<Same<typeof operation, string | null>>();
    holds<Same<typeof b, number>>();
    holds<Same<typeof ctx.signal, AbortSignal>>();
    return (a ?? 0) + b;
  },
  inputs: ['number', new rv.Radio({ choices: ['add', 'subtract'] }), new rv.Slider()],
  outputs: 'number',
});

function calculator(a: number, operation: string, b: number): number | undefined {
  switch (operation) {
    case 'add':
      return a + b;
    case 'subtract':
      return a - b;
  }
}
new rv.Interface({
  fn: calculator,
  inputs: ['number', new rv.Radio({ choices: ['add', 'subtract'] }), 'number'],
  outputs: 'number',
  live: true,
}).mount('#app');

// what a component gives
new rv.Interface({
  fn: (picture, file, sound, film, many, one, place, remembered, shown, ticked) => {
    holds<Same<typeof picture, ImageData | null>>();
    holds<Same<typeof file, Blob | null>>();
    holds<Same<typeof sound, rv.Samples | null>>();
    holds<Same<typeof film, Blob | null>>();
    holds<Same<typeof many, string[]>>();
    holds<Same<typeof one, string | number | null>>();
    holds<Same<typeof place, number | null>>();
    holds<Same<typeof remembered, { count: number }>>();
    holds<Same<typeof shown, string>>();
    holds<Same<typeof ticked, boolean>>();
    return null;
  },
  inputs: [
    'image',
    new rv.Image({ type: 'blob' }),
    'microphone',
    new rv.Video(),
    new rv.CheckboxGroup({ choices: ['a', 'b'] }),
    new rv.Dropdown({ choices: ['a', 1] }),
    new rv.Dropdown({ choices: [['One', 1]], type: 'index' }),
    new rv.State({ value: { count: 0 } }),
    new rv.Markdown(),
    'checkbox',
  ],
  outputs: 'json',
});
new rv.Interface({
  fn: (several, pairs) => {
    holds<Same<typeof several, string[]>>();
    holds<Same<typeof pairs, string | null>>();
    return several.length;
  },
  inputs: [
    new rv.Dropdown({ choices: ['a', 'b'], multiselect: true }),
    new rv.Radio({
      choices: [
        ['Red', '#f00'],
        ['Green', '#0f0'],
      ],
    }),
  ],
  outputs: 'number',
});

// one alone, options by name, additional inputs
new rv.Interface({
  fn: (frame: VideoFrame) => frame,
  inputs: new rv.Image({ type: 'frame' }),
  outputs: 'image',
});
new rv.Interface({ fn: (size) => size.toFixed(), inputs: { name: 'slider', maximum: 10 }, outputs: 'text' });
new rv.Interface({
  fn: (word, times, ctx) => ctx.update({ value: word.repeat(times), label: 'More' }),
  inputs: 'text',
  additionalInputs: [new rv.Slider({ step: 1 })],
  outputs: 'text',
});
new rv.Interface({ fn: (ctx) => (ctx.signal.aborted ? ctx.skip : 'half'), outputs: 'text' });
new rv.Interface({ fn: (a: string, b: number) => a.repeat(b) }, new rv.Textbox({ slot: 'input' }));
new rv.Interface({ fn: './filters.js#edges', inputs: 'image', outputs: 'image' });
new rv.Interface({ fn: new URL('./filters.js#edges', import.meta.url), inputs: 'image', outputs: 'image' });

// results: promises, generators, lists, by id
new rv.Interface({ fn: async (word) => word.length, inputs: 'text', outputs: 'number' });
new rv.Interface({
  fn: function* (word, ctx) {
    for (const letter of ctx.progress.each(word)) yield letter;
    yield ctx.skip;
  },
  inputs: 'text',
  outputs: 'text',
});
new rv.Interface({
  fn: async function* (word, ctx) {
    yield [word, word.length];
    yield [ctx.skip, ctx.update({ label: 'Letters' })];
    yield ctx.skip;
  },
  inputs: 'text',
  outputs: ['text', 'number'],
});
new rv.Interface({
  fn: (word) => ({ length: word.length, same: word }),
  inputs: 'text',
  outputs: [new rv.Number({ id: 'length' }), new rv.Textbox({ id: 'same' })],
});
function divide(a: number, b: number) {
  return [Math.floor(a / b), a % b];
}
new rv.Interface({ fn: divide, inputs: ['number', 'number'], outputs: ['number', 'number'] });
new rv.Interface({ fn: () => ({ cat: 0.9, dog: 0.1 }), outputs: 'label' });
new rv.Interface({ fn: () => ({ data: new Uint8Array(3), width: 1, height: 1 }), outputs: 'image' });
new rv.Interface({ fn: () => ({ sampleRate: 8000, channels: [new Int16Array(8)] }), outputs: 'audio' });
new rv.Interface({
  fn: (n, list) => [n, [...list, n]],
  inputs: [new rv.Slider(), new rv.State({ value: [] })],
  outputs: ['number', 'state'],
});

// what does not fit
// @ts-expect-error a Textbox gives text
new rv.Interface({ fn: (word: number) => word, inputs: 'text', outputs: 'number' });
// @ts-expect-error text has no toFixed
new rv.Interface({ fn: (word) => word.toFixed(), inputs: 'text', outputs: 'text' });
// @ts-expect-error a Number may be empty
new rv.Interface({ fn: (n) => n + 1, inputs: 'number', outputs: 'number' });
// @ts-expect-error a Textbox takes text
new rv.Interface({ fn: (word) => word.length, inputs: 'text', outputs: 'text' });
// @ts-expect-error a Textbox takes text
new rv.Interface({ fn: async (word) => word.length, inputs: 'text', outputs: new rv.Textbox() });
new rv.Interface({
  // @ts-expect-error a Textbox takes text
  fn: function* (word) {
    yield word.length;
  },
  inputs: 'text',
  outputs: 'text',
});
// @ts-expect-error in the wrong order
new rv.Interface({ fn: (word) => [word, word.length], inputs: 'text', outputs: ['number', 'text'] });
// @ts-expect-error one value for two outputs
new rv.Interface({ fn: (word) => word, inputs: 'text', outputs: ['text', 'text'] });
// @ts-expect-error three values for two outputs
new rv.Interface({ fn: (word) => [word, word, word], inputs: 'text', outputs: ['text', 'text'] });
// @ts-expect-error a value that fits neither
new rv.Interface({ fn: () => ({ quotient: true }), outputs: ['number', 'number'] });
// @ts-expect-error more parameters than inputs
new rv.Interface({ fn: (a, ctx, more) => a, inputs: 'text', outputs: 'text' });
// @ts-expect-error no such component
new rv.Interface({ fn: (word) => word, inputs: 'txt', outputs: 'text' });
// @ts-expect-error no such property
new rv.Interface({ fn: (word, ctx) => ctx.update({ labell: word }), inputs: 'text', outputs: 'text' });
// @ts-expect-error a label is text
new rv.Interface({ fn: (word, ctx) => ctx.update({ label: 5 }), inputs: 'text', outputs: 'text' });
// @ts-expect-error no such type
new rv.Image({ type: 'bitmapp' });
// @ts-expect-error no option of a Textbox
new rv.Textbox({ maximum: 5 });
// @ts-expect-error given as ImageData
new rv.Interface({ fn: (file: Blob) => file.size, inputs: 'image', outputs: 'number' });
new rv.Interface({
  // @ts-expect-error nothing is returned
  fn: (word) => {
    console.log(word);
  },
  inputs: 'text',
  outputs: 'text',
});
