/** The frame, and a box around each face in it. */
export async function detect(frame, threshold, url, ctx) {
  const model = await ctx.onnx(url).catch((cause) => {
    ctx.signal.throwIfAborted();
    throw new Error(`The model could not be had from ${new URL(url).host}.`, { cause });
  });
  const input = ctx.image.toTensor(frame, { size: [320, 240], range: [0, 255], mean: 127, std: 128 });
  const { scores, boxes } = await model.run({ input });

  // For each of 4420 places: how sure it is of no face, and of a face.
  const faces = scores.data.filter((_, at) => at % 2 === 1);
  const found = ctx.image.nonMaximumSuppression(boxes.data, faces, {
    scoreThreshold: threshold,
    iouThreshold: 0.3,
  });
  return [frame, found.map(({ box }) => [input.toImage(box, { relative: true }), 'face'])];
}
