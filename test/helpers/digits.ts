/** Strokes of the digits in a square of 100 × 100: lists of x and y. */
export const strokes: readonly (readonly (readonly number[])[])[] = [
  [[50, 18, 34, 26, 28, 50, 34, 74, 50, 82, 66, 74, 72, 50, 66, 26, 50, 18]],
  [[52, 16, 50, 84]],
  [[32, 32, 40, 20, 58, 18, 68, 30, 62, 46, 32, 80, 72, 80]],
  [[32, 22, 52, 16, 66, 26, 62, 42, 46, 48, 66, 54, 70, 70, 56, 82, 32, 78]],
  [
    [38, 18, 30, 52, 70, 52],
    [66, 18, 62, 84],
  ],
  [[70, 18, 40, 18, 36, 46, 56, 44, 68, 58, 64, 76, 48, 84, 32, 78]],
  [[60, 16, 42, 34, 34, 60, 40, 80, 56, 84, 66, 72, 62, 58, 48, 54, 36, 64]],
  [[30, 20, 70, 20, 48, 84]],
  [[50, 48, 34, 36, 40, 20, 58, 18, 66, 30, 50, 48, 34, 64, 38, 80, 58, 84, 68, 70, 50, 48]],
  [[66, 32, 54, 18, 38, 22, 34, 40, 48, 48, 64, 40, 66, 30, 62, 84]],
];

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
