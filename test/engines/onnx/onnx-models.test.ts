import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import type { HandlerContext } from '../../../src/runner/context.ts';
import { iou, softmax } from '../../../src/runner/tools/detections.ts';
import type { OnnxRuntime } from '../../../src/runner/tools/onnx-types.ts';
import { until } from '../../helpers/wait.ts';
import { itReal, realFile } from '../../helpers/beside.ts';
import { type FakePicture, drive, fakeCamera } from '../../../src/testing/index.ts';
import { drawnDigit, strokes } from '../../helpers/engines/digits.ts';
import { fixture } from '../../helpers/fixtures.ts';
import { MODELS, patched, pixelsOf, plainRuntime, runInWorker } from '../../helpers/engines/models.ts';
import { clearPage } from '../../helpers/page.ts';

/** The handler for faces: what comes before and after the model is what `ctx.image` has. */
async function faces(image: ImageData, url: string, ctx: HandlerContext): Promise<number[][]> {
  const session = await ctx.onnx(url);
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
async function plainFaces(ort: OnnxRuntime, url: string, image: ImageData): Promise<number[][]> {
  const whole = new OffscreenCanvas(image.width, image.height);
  whole.getContext('2d')!.putImageData(image, 0, 0);
  const context = new OffscreenCanvas(320, 240).getContext('2d')!;
  context.drawImage(whole, 0, 0, 320, 240);
  const { data } = context.getImageData(0, 0, 320, 240);
  const input = new Float32Array(3 * 240 * 320);
  for (let at = 0; at < 240 * 320; at++)
    for (let c = 0; c < 3; c++) input[c * 240 * 320 + at] = (data[at * 4 + c]! - 127) / 128;
  const session = await plainSession(ort, url);
  const { scores, boxes } = await session.run({ input: new ort.Tensor('float32', input, [1, 3, 240, 320]) });
  let best = 0;
  for (let at = 0; at < scores!.dims[1]!; at++)
    if (scores!.data[at * 2 + 1]! > scores!.data[best * 2 + 1]!) best = at;
  const { width, height } = image;
  return [[...boxes!.data.slice(best * 4, best * 4 + 4)].map((side, at) => side * (at % 2 ? height : width))];
}

const plainSession = async (ort: OnnxRuntime, url: string) =>
  ort.InferenceSession.create(new Uint8Array(await (await fetch(url)).arrayBuffer()), {
    logSeverityLevel: 3,
  });

/** digits.json: shares of digits that are read right. */
interface Figures {
  accuracy: { drawnAnew: number; otherShapes: number };
}

/** scripts/models/digits/draw.js. */
interface Drawing {
  randomFrom(seed: number): () => number;
  drawDigit(strokes: readonly (readonly number[])[], random: () => number): Float32Array;
}

const ultraface = '/shared/models/ultraface-rfb-320.onnx';

describe('models for sound and pictures in a worker', function () {
  this.timeout(60_000);
  let ort: OnnxRuntime;

  before(async () => {
    ort = await plainRuntime();
  });

  afterEach(clearPage);

  /** What a model of voices hears in a WAV of 16 kHz, chunk for chunk, checked against the model by itself. */
  async function hear(url: string, file: Blob): Promise<number[]> {
    // 16-bit numbers after the header, of which the first half minute is enough.
    const numbers = new Int16Array((await file.arrayBuffer()).slice(44)).subarray(0, 16_000 * 30);
    const sound = Float32Array.from(numbers, (value) => value / 32_768);
    const heard = await runInWorker<number[]>(
      async (sound: Float32Array, url: string, ctx: HandlerContext) => {
        const session = await ctx.onnx(url);
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
      },
      sound,
      url,
    );

    const session = await plainSession(ort, url);
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
    expect(worst).to.be.below(1e-4);
    expect(heard).to.have.length(Math.floor(sound.length / 512));
    return heard;
  }

  it('hear speech as the model does by itself, chunk for chunk', async () => {
    const heard = await hear(MODELS.voice, await fixture('speech.wav'));
    expect(heard.filter((share) => share > 0.9).length, 'chunks of speech').to.be.above(150);
    expect(heard.filter((share) => share < 0.1).length, 'chunks of silence').to.be.above(80);
    // Nobody speaks in the first 0.7 seconds.
    expect(Math.max(...heard.slice(0, 21))).to.be.below(0.1);
  });

  itReal('hear speech of somebody, by another model', async () => {
    const heard = await hear('/shared/models/silero-vad-16k.onnx', await realFile('media/speech-16k.wav'));
    expect(heard).to.have.length(937);
    expect(heard.filter((share) => share > 0.9).length, 'chunks of speech').to.be.above(300);
    expect(heard.filter((share) => share < 0.1).length, 'chunks of silence').to.be.above(50);
  });

  /** Finds the one box in a picture, where the model finds it by itself. */
  async function find(url: string, image: ImageData): Promise<number[]> {
    const found = await runInWorker<number[][]>(faces, image, url);
    const plain = await plainFaces(ort, url, image);
    expect(found).to.have.length(1);
    expect(iou(found[0]!, plain[0]!)).to.be.at.least(0.9);
    return found[0]!;
  }

  it('find a patch in a picture where the model finds it by itself', async () => {
    const image = patched(128, 96).getContext('2d')!.getImageData(0, 0, 640, 480);
    expect(iou(await find(MODELS.orange, image), [128, 96, 320, 288])).to.be.above(0.95);
  });

  itReal('find the one face of a photograph where the model finds it by itself', async () => {
    await find(ultraface, await pixelsOf(await realFile('media/astronaut.png')));
  });

  /** The digits that are read in ten drawings, by a model with one input and one output, checked against the model by itself. */
  async function read(url: string, range: [number, number]): Promise<number[]> {
    const digits = Array.from({ length: 10 }, (_, digit) => drawnDigit(digit));
    const results = await runInWorker<{ scores: number[]; input: Float32Array }[]>(
      async (images: ImageData[], url: string, range: [number, number], ctx: HandlerContext) => {
        const session = await ctx.onnx(url);
        const [name, result] = [session.inputNames[0]!, session.outputNames[0]!];
        const results: unknown[] = [];
        for (const image of images) {
          const input = ctx.image.toTensor(image, { size: [28, 28], channels: 'gray', range });
          const output = (await session.run({ [name]: input }))[result];
          results.push({ scores: [...output!.data], input: input.data });
        }
        return results;
      },
      digits,
      url,
      range,
    );
    const session = await plainSession(ort, url);
    const [name, result] = [session.inputNames[0]!, session.outputNames[0]!];
    return Promise.all(
      results.map(async ({ scores, input }) => {
        const output = (await session.run({ [name]: new ort.Tensor('float32', input, [1, 1, 28, 28]) }))[
          result
        ];
        softmax(scores).forEach((share, at) =>
          expect(Math.abs(share - softmax(output!.data)[at]!)).to.be.below(1e-4),
        );
        return scores.indexOf(Math.max(...scores));
      }),
    );
  }

  it('read ten drawn digits, as the model does by itself', async () =>
    expect(await read(MODELS.digits, [1, 0])).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));

  it('read drawn digits as often as is written beside the model', async () => {
    const [count, file] = [500, MODELS.digits.replace('.onnx', '.json')];
    const { accuracy } = (await (await fetch(file)).json()) as Figures;
    // As its training draws them, in ways that it has not learnt from.
    const { drawDigit, randomFrom } = (await import(`${'/scripts/models/digits/'}draw.js`)) as Drawing;
    const session = await plainSession(ort, MODELS.digits);
    const random = randomFrom(7);
    let right = 0;
    for (let at = 0; at < count; at++) {
      const image = new ort.Tensor('float32', drawDigit(strokes[at % 10]!, random), [1, 1, 28, 28]);
      const { data } = (await session.run({ image })).scores!;
      if (data.indexOf(Math.max(...data)) === at % 10) right += 1;
    }
    expect(accuracy.otherShapes).to.be.within(0.95, 1);
    expect(right / count).to.be.closeTo(accuracy.otherShapes, 0.03);
  });

  itReal('read ten drawn digits by a model that learnt from handwriting', async () =>
    expect(await read('/shared/models/mnist.onnx', [255, 0])).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
  );

  describe('with a picture as the camera', () => {
    /** Streams the picture, and expects the same one box in each frame. */
    async function follow(url: string, shown: FakePicture, expected: number[]): Promise<void> {
      const camera = fakeCamera({ source: shown });
      const image = new rv.Image({ sources: ['webcam'], type: 'frame', mirror: false });
      const found = new rv.JSON();
      const model = new rv.State({ value: url });
      rv.on(image, 'stream', {
        fn: faces as (image: never, url: never, ctx: never) => Promise<number[][]>,
        inputs: [image, model],
        outputs: found,
        streamEvery: 0.05,
      });
      const app = drive(new rv.Blocks({}, image, found, model).mount(), { timeout: 20 });
      const values: number[][][] = [];
      found.addEventListener('change', () => values.push(found.value as number[][]));
      try {
        await app.record('Image');
        // The same box in the same place changes nothing: the stream's own count tells of its frames.
        await until(() => app.stats('Image').delivered >= 5 && values.length, 'five frames');
        await app.stop('Image');
      } finally {
        camera.restore();
      }
      for (const value of values) {
        expect(value).to.have.length(1);
        expect(iou(value[0]!, expected)).to.be.at.least(0.9);
      }
    }

    it('find the patch in each frame', async () => {
      await follow(MODELS.orange, patched(256, 160), [256, 160, 448, 352]);
    });

    itReal('find the face in each frame', async () => {
      const photograph = await realFile('media/astronaut.png');
      const shown = await createImageBitmap(photograph);
      await follow(ultraface, shown, (await plainFaces(ort, ultraface, await pixelsOf(photograph)))[0]!);
    });
  });
});
