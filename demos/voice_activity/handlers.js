import { draw } from './plot.js';

const size = 512; // samples that the model takes at a time: 32 ms
const context = 64; // samples before them that it wants to see again

/** How sure the model is that somebody speaks, now and in the last seconds. `heard` is what this function gave before. */
export async function listen({ channels: [sound] }, heard, ctx) {
  const model = await ctx.onnx('./silero_vad_v6.onnx');
  let { state, past, rest, shares } = heard ?? {
    state: new Float32Array(2 * 128), // the model's own memory
    past: new Float32Array(context),
    rest: new Float32Array(0), // what was too short for a piece
    shares: [],
  };

  const samples = new Float32Array(rest.length + sound.length);
  samples.set(rest);
  samples.set(sound, rest.length);
  let at = 0;
  for (; at + size <= samples.length; at += size) {
    const data = new Float32Array(context + size);
    data.set(past);
    data.set(samples.subarray(at, at + size), context);
    const { output, stateN } = await model.run({
      input: { type: 'float32', data, dims: [1, data.length] },
      state: { type: 'float32', data: state, dims: [2, 1, 128] },
      sr: { type: 'int64', data: [16000n], dims: [] },
    });
    state = stateN.data;
    past = data.slice(size);
    shares.push({ speech: output.data[0], loud: Math.max(...data.subarray(context).map(Math.abs)) });
  }
  rest = samples.slice(at);
  shares = shares.slice(-250);

  const speech = shares.at(-1)?.speech ?? 0;
  return [{ Speech: speech, Silence: 1 - speech }, draw(shares), { state, past, rest, shares }];
}
