/** Strokes of the digits in a square of 100 × 100: lists of x and y. The model has not learnt from them. */
export const strokes = (await (
  await fetch(new URL('../../fixtures/digits.json', import.meta.url))
).json()) as number[][][];

/** Strokes made larger or smaller, and moved, within the square. */
export const moved = (lines: number[][], scale: number, [x, y]: [number, number]): number[][] =>
  lines.map((points) => points.map((each, at) => (each - 50) * scale + (at % 2 ? y : x)));

/** A digit as somebody might draw it: black strokes on white, 280 × 280. */
export function drawnDigit(digit: number): ImageData {
  const context = new OffscreenCanvas(280, 280).getContext('2d')!;
  context.fillStyle = 'white';
  context.fillRect(0, 0, 280, 280);
  context.scale(2.8, 2.8);
  Object.assign(context, { lineWidth: 8, lineCap: 'round', lineJoin: 'round' });
  for (const points of strokes[digit]!) {
    context.beginPath();
    for (let at = 0; at < points.length; at += 2) context.lineTo(points[at]!, points[at + 1]!);
    context.stroke();
  }
  return context.getImageData(0, 0, 280, 280);
}
