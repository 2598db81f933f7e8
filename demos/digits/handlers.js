/** How likely each digit is, in a drawing of white lines on black. The model's address is relative to the page. */
export async function read(drawing, ctx) {
  const digit = drawing && centred(drawing);
  if (!digit) return null;
  const model = await ctx.onnx('./digits.onnx');
  const input = ctx.image.toTensor(digit, { size: [28, 28], channels: 'gray', range: [0, 1] });
  const { scores } = await model.run({ image: input });
  const shares = ctx.image.softmax(scores.data);
  return Object.fromEntries(shares.entries());
}

/** The lines as the model has seen its digits: in the middle by their weight, on 20 of 28 pixels. `null` without any. */
function centred({ data, width, height }) {
  let [left, top, right, bottom] = [width, height, 0, 0];
  let [weight, sumX, sumY] = [0, 0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const level = data[(y * width + x) * 4];
      if (level < 64) continue;
      [left, top, right, bottom] = [
        Math.min(left, x),
        Math.min(top, y),
        Math.max(right, x + 1),
        Math.max(bottom, y + 1),
      ];
      weight += level;
      sumX += level * x;
      sumY += level * y;
    }
  if (!weight) return null;

  const side = Math.ceil((Math.max(right - left, bottom - top) * 28) / 20);
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  context.fillRect(0, 0, side, side);
  context.putImageData(
    new ImageData(data, width, height),
    Math.round(side / 2 - sumX / weight),
    Math.round(side / 2 - sumY / weight),
  );
  return canvas;
}
