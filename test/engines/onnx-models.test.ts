import { expect } from '@esm-bundle/chai';
import * as rv from '../../src/index.ts';
import type { HandlerContext } from '../../src/runner/context.ts';
import { iou, softmax } from '../../src/shared/detections.ts';
import type { OnnxRuntime } from '../../src/shared/onnx.ts';
import { until } from '../helpers/app.ts';
import { type FakeCamera, watchCamera } from '../helpers/camera.ts';
import { drawnDigit } from '../helpers/digits.ts';
import { button } from '../helpers/image.ts';
import { picture, plainRuntime, runInWorker, samples } from '../helpers/models.ts';
import { clearPage } from '../helpers/page.ts';

/** The handler for faces: what comes before and after the model is what `ctx.image` has. */
async function faces(image: ImageData, ctx: HandlerContext): Promise<number[][]> {
  const session = await ctx.onnx('/shared/models/ultraface-rfb-320.onnx');
  const input = ctx.image.toTensor(image, {
    ...{ size: [320, 240], fit: 'fill', range: [0, 255], mean: 127, std: 128 },
  });
  const { scores, boxes } = await session.run({ input });
  const found = ctx.image.nonMaximumSuppression(
    boxes!.data,
    scores!.data.filter((_, at) => at % 2),
    { scoreThreshold: 0.7, iouThreshold: 0.3 },
  );
  return found.map(({ box }) => input.toImage(box, { relative: true }));
}

/** Faces by the same model without any of ours: relative boxes whose score is the best of those that overlap. */
async function plainFaces(ort: OnnxRuntime, folder: string, image: ImageData): Promise<number[][]> {
  const whole = new OffscreenCanvas(image.width, image.height);
  whole.getContext('2d')!.putImageData(image, 0, 0);
  const context = new OffscreenCanvas(320, 240).getContext('2d')!;
  context.drawImage(whole, 0, 0, 320, 240);
  const { data } = context.getImageData(0, 0, 320, 240);
  const input = new Float32Array(3 * 240 * 320);
  for (let at = 0; at < 240 * 320; at++)
    for (let c = 0; c < 3; c++) input[c * 240 * 320 + at] = (data[at * 4 + c]! - 127) / 128;
  const session = await plainSession(ort, `${folder}models/ultraface-rfb-320.onnx`);
  const { scores, boxes } = await session.run({ input: new ort.Tensor('float32', input, [1, 3, 240, 320]) });
  let best = 0;
  for (let at = 0; at < 4420; at++) if (scores!.data[at * 2 + 1]! > scores!.data[best * 2 + 1]!) best = at;
  const { width, height } = image;
  return [[...boxes!.data.slice(best * 4, best * 4 + 4)].map((side, at) => side * (at % 2 ? height : width))];
}

const plainSession = async (ort: OnnxRuntime, url: string) =>
  ort.InferenceSession.create(new Uint8Array(await (await fetch(url)).arrayBuffer()), {
    logSeverityLevel: 3,
  });

describe('real models in a worker', function () {
  this.timeout(60_000);
  let folder: string;
  let ort: OnnxRuntime;

  before(async function () {
    const found = await samples();
    if (!found) return this.skip();
    folder = found;
    ort = await plainRuntime();
  });

  afterEach(clearPage);

  it('hears speech as the model does by itself, chunk for chunk', async () => {
    const file = await (await fetch(`${folder}media/speech-16k.wav`)).arrayBuffer();
    // 16-bit numbers after the header, of which the first half minute is enough.
    const sound = Float32Array.from(new Int16Array(file, 44, 16_000 * 30), (value) => value / 32_768);
    const heard = await runInWorker<number[]>(async (sound: Float32Array, ctx: HandlerContext) => {
      const session = await ctx.onnx('/shared/models/silero-vad-16k.onnx');
      const shares: number[] = [];
      let state = new ctx.ort.Tensor('float32', new Float32Array(256), [2, 1, 128]);
      const sr = { type: 'int64', data: [16000n], dims: [] };
      const data = new Float32Array(64 + 512);
      for (let at = 0; at + 512 <= sound.length; at += 512) {
        data.copyWithin(0, 512);
        data.set(sound.subarray(at, at + 512), 64);
        const { output, stateN } = await session.run({
          input: { type: 'float32', data, dims: [1, 576] },
          state,
          sr,
        });
        state = stateN!;
        shares.push(output!.data[0]!);
      }
      return shares;
    }, sound);

    const session = await plainSession(ort, `${folder}models/silero-vad-16k.onnx`);
    let state = new ort.Tensor('float32', new Float32Array(256), [2, 1, 128]);
    let worst = 0;
    for (const [chunk, share] of heard.entries()) {
      const input = new Float32Array(576);
      const at = chunk * 512;
      input.set(sound.subarray(Math.max(0, at - 64), at + 512), at ? 0 : 64);
      const { output, stateN } = await session.run({
        ...{ input: new ort.Tensor('float32', input, [1, 576]), state },
        sr: new ort.Tensor('int64', [16000n], []),
      });
      state = stateN!;
      worst = Math.max(worst, Math.abs(output!.data[0]! - share));
    }
    expect(heard).to.have.length(937);
    expect(worst).to.be.below(1e-4);
    expect(heard.filter((share) => share > 0.9).length, 'chunks of speech').to.be.above(300);
    expect(heard.filter((share) => share < 0.1).length, 'chunks of silence').to.be.above(50);
  });

  it('finds the one face of a photograph where the model finds it by itself', async () => {
    const image = await picture(`${folder}media/astronaut.png`);
    const found = await runInWorker<number[][]>(faces, image);
    const plain = await plainFaces(ort, folder, image);
    expect(found).to.have.length(1);
    expect(iou(found[0]!, plain[0]!)).to.be.at.least(0.9);
  });

  it('reads ten drawn digits, as the model does by itself', async () => {
    const digits = Array.from({ length: 10 }, (_, digit) => drawnDigit(digit));
    const read = await runInWorker<{ scores: number[]; input: Float32Array }[]>(
      async (images: ImageData[], ctx: HandlerContext) => {
        const session = await ctx.onnx('/shared/models/mnist.onnx');
        const results: unknown[] = [];
        for (const image of images) {
          const input = ctx.image.toTensor(image, { size: [28, 28], channels: 'gray', range: [255, 0] });
          const { Plus214_Output_0: output } = await session.run({ Input3: input });
          results.push({ scores: [...output!.data], input: input.data });
        }
        return results;
      },
      digits,
    );
    const session = await plainSession(ort, `${folder}models/mnist.onnx`);
    const names: number[] = [];
    for (const { scores, input } of read) {
      const tensor = new ort.Tensor('float32', input, [1, 1, 28, 28]);
      const { Plus214_Output_0: output } = await session.run({ Input3: tensor });
      softmax(scores).forEach((share, at) =>
        expect(Math.abs(share - softmax(output!.data)[at]!)).to.be.below(1e-4),
      );
      names.push(scores.indexOf(Math.max(...scores)));
    }
    expect(names).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  describe('with the photograph as the camera', () => {
    let camera: FakeCamera;

    before(() => {
      camera = watchCamera(async () => {
        const bitmap = await createImageBitmap(await (await fetch(`${folder}media/astronaut.png`)).blob());
        const canvas = Object.assign(document.createElement('canvas'), { width: 512, height: 512 });
        const stream = canvas.captureStream(30);
        const paint = () => {
          canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
          if (stream.active) setTimeout(paint, 33);
        };
        paint();
        return stream;
      });
    });
    after(() => camera.restore());

    it('finds the face in each frame', async () => {
      const image = new rv.Image({ sources: ['webcam'], type: 'frame', mirror: false });
      const found = new rv.JSON();
      rv.on(image, 'stream', {
        fn: faces as (image: never, ctx: never) => Promise<number[][]>,
        inputs: image,
        outputs: found,
        streamEvery: 0.05,
      });
      new rv.Blocks({}, image, found).mount();
      const values: number[][][] = [];
      found.addEventListener('change', () => values.push(found.value as number[][]));
      await until(() => button(image, /Webcam/)?.click() ?? button(image, /Webcam/));
      await until(() => button(image, 'Record'));
      button(image, 'Record')!.click();
      // The same face in the same place changes nothing: the stream's own count tells of its frames.
      await until(() => image.streamStats.delivered >= 5 && values.length);
      button(image, 'Stop')!.click();
      await until(() => image.streamState === 'closed');
      const plain = await plainFaces(ort, folder, await picture(`${folder}media/astronaut.png`));
      for (const value of values) {
        expect(value).to.have.length(1);
        expect(iou(value[0]!, plain[0]!)).to.be.at.least(0.9);
      }
    });
  });
});
