/** The edges of a frame. The model takes pictures of any size; scripts/models/sobel.js in the repository has made it. */
export async function edges(frame, strength, ink, ctx) {
  const model = await ctx.onnx('./sobel.onnx'); // once; then it is kept
  const { edges } = await model.run({ image: ctx.image.toTensor(frame) });
  const [none, full] = [0, 1 / strength];
  return ctx.image.fromTensor(edges, { range: ink ? [full, none] : [none, full] });
}
