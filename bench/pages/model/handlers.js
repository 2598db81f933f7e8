/** Faces by a model, with what `ctx` has. */
const input = { size: [320, 240], fit: 'fill', range: [0, 255], mean: 127, std: 128 };

/** When a frame was captured, in milliseconds, and the faces in it. */
export async function faces(frame, model, ctx) {
  return { captured: frame.timestamp / 1000, faces: await find(frame, model, ctx) };
}

/** The number of faces in a picture. */
export const first = async (image, model, ctx) => (await find(image, model, ctx)).length;

async function find(image, model, ctx) {
  const session = await ctx.onnx(model);
  const tensor = ctx.image.toTensor(image, input);
  const { scores, boxes } = await session.run({ input: tensor });
  const likely = scores.data.filter((_, at) => at % 2);
  const kept = ctx.image.nonMaximumSuppression(boxes.data, likely, {
    scoreThreshold: 0.7,
    iouThreshold: 0.3,
  });
  return kept.map(({ box }) => tensor.toImage(box, { relative: true }));
}

/** Milliseconds that pixels of 640×480 take to become a tensor: each of `count` times; as they are, and as 320×240. */
export function tensors(count, ctx) {
  const image = new ImageData(640, 480);
  image.data.fill(255);
  const time = (options) =>
    Array.from({ length: count }, () => {
      const start = performance.now();
      ctx.image.toTensor(image, { ...input, ...options });
      return performance.now() - start;
    });
  return { same: time({ size: undefined }), scaled: time({}) };
}
