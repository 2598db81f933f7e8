/** The same by hand: onnxruntime-web, and the loops that one writes for one model. */
const folder = new URL('/dist/onnxruntime-web/', location.href).href;
const small = new OffscreenCanvas(320, 240).getContext('2d', { willReadFrequently: true });
const large = new OffscreenCanvas(640, 480).getContext('2d', { willReadFrequently: true });
let opened;

let model;

onmessage = async ({ data: { readable, image, count, url } }) => {
  model ??= url;
  if (count) return postMessage({ same: time(count, sameTensor), scaled: time(count, scaledTensor) });
  if (image) {
    large.putImageData(image, 0, 0);
    return postMessage((await faces(large.canvas, image)).length);
  }
  const reader = readable.getReader();
  for (;;) {
    const { done, value: frame } = await reader.read();
    if (done) return;
    const { displayWidth: width, displayHeight: height, timestamp } = frame;
    const found = await faces(frame, { width, height });
    frame.close();
    postMessage({ captured: timestamp / 1000, faces: found });
  }
};

async function open() {
  const ort = await import(`${folder}ort.wasm.min.mjs`);
  Object.assign(ort.env.wasm, { wasmPaths: folder, numThreads: 1 });
  const bytes = await (await fetch(model)).arrayBuffer();
  const session = await ort.InferenceSession.create(new Uint8Array(bytes), { logSeverityLevel: 3 });
  return { ort, session };
}

async function faces(picture, { width, height }) {
  const { ort, session } = await (opened ??= open());
  small.drawImage(picture, 0, 0, 320, 240);
  const tensor = new ort.Tensor('float32', planes(small.getImageData(0, 0, 320, 240)), [1, 3, 240, 320]);
  const { scores, boxes } = await session.run({ input: tensor });
  const found = [];
  for (let at = 0; at < scores.dims[1]; at++) {
    if (scores.data[at * 2 + 1] <= 0.7) continue;
    const [left, top, right, bottom] = boxes.data.subarray(at * 4, at * 4 + 4);
    found.push([scores.data[at * 2 + 1], left * width, top * height, right * width, bottom * height]);
  }
  found.sort(([a], [b]) => b - a);
  const kept = [];
  for (const face of found) if (kept.every((other) => overlap(face, other) <= 0.3)) kept.push(face);
  return kept;
}

function overlap([, left, top, right, bottom], [, otherLeft, otherTop, otherRight, otherBottom]) {
  const width = Math.min(right, otherRight) - Math.max(left, otherLeft);
  const height = Math.min(bottom, otherBottom) - Math.max(top, otherTop);
  if (width <= 0 || height <= 0) return 0;
  const both = (right - left) * (bottom - top) + (otherRight - otherLeft) * (otherBottom - otherTop);
  return (width * height) / (both - width * height);
}

function planes({ data, width, height }) {
  const area = width * height;
  const numbers = new Float32Array(3 * area);
  for (let at = 0, byte = 0; at < area; at++, byte += 4) {
    numbers[at] = (data[byte] - 127) / 128;
    numbers[at + area] = (data[byte + 1] - 127) / 128;
    numbers[at + 2 * area] = (data[byte + 2] - 127) / 128;
  }
  return numbers;
}

const sameTensor = (image) => planes(image);

function scaledTensor(image) {
  large.putImageData(image, 0, 0);
  small.drawImage(large.canvas, 0, 0, 320, 240);
  return planes(small.getImageData(0, 0, 320, 240));
}

function time(count, make) {
  const image = new ImageData(640, 480);
  image.data.fill(255);
  return Array.from({ length: count }, () => {
    const start = performance.now();
    make(image);
    return performance.now() - start;
  });
}
