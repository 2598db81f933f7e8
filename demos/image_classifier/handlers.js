const numberings = {
  '0 and 1': { range: [0, 1] },
  '0 and 255': { range: [0, 255] },
  '−1 and 1': { range: [-1, 1] },
  'as for ImageNet': { range: [0, 1], mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] },
};

/** The five likeliest classes of a picture, by any model with one input for a picture and one list of scores. */
export async function classify(picture, url, labels, numbering, turned, ctx) {
  if (!picture) return null;
  const model = await ctx.onnx(url);
  const [{ name, type, shape }] = model.inputMetadata; // [1, 3, 224, 224], or [1, 224, 224, 3]
  const together = shape[3] === 1 || shape[3] === 3;
  const [channels, height, width] = together ? [shape[3], shape[1], shape[2]] : shape.slice(1);
  const { range, ...rest } = numberings[numbering];

  const input = ctx.image.toTensor(picture, {
    size: [width, height].map((side) => (typeof side === 'number' ? side : 224)),
    fit: 'cover',
    channels: channels === 1 ? 'gray' : 'RGB',
    layout: together ? 'NHWC' : 'NCHW',
    range: turned ? range.toReversed() : range,
    ...(channels !== 1 && rest),
    type,
  });
  const results = await model.run({ [name]: input });
  const scores = results[model.outputNames[0]].data;

  // Some models end with the softmax, some leave it to others.
  const shares =
    Math.abs(scores.reduce((sum, score) => sum + score, 0) - 1) < 0.01 ? scores : ctx.image.softmax(scores);
  const names = labels.split(/[,\n]/).map((label) => label.trim());
  return Object.fromEntries(ctx.image.topK(shares, 5, names).map(({ label, score }) => [label, score]));
}
