import * as handlers from './handlers.js';

onmessage = async ({ data: { readable, canvas, handler } }) => {
  const handle = handlers[handler];
  const context = canvas.getContext('2d');
  const reader = readable.getReader();
  let buffer = new Uint8ClampedArray(0);
  for (;;) {
    const { done, value: frame } = await reader.read();
    if (done) break;
    const { displayWidth: width, displayHeight: height } = frame;
    if (canvas.width !== width) {
      Object.assign(canvas, { width, height });
      buffer = new Uint8ClampedArray(width * height * 4);
    }
    await frame.copyTo(buffer, { format: 'RGBA' });
    frame.close();
    context.putImageData(await handle(new ImageData(buffer, width)), 0, 0);
  }
};
