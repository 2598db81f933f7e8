import { shade } from './handlers.js';

const CREDITS = 2;

onmessage = async ({ data: { way, count, port } }) => {
  const buffers = [];
  let credits = CREDITS;
  let wake;
  port.onmessage = ({ data }) => {
    if (data === 'more') credits++;
    else buffers.push(data);
    wake?.();
  };
  for (let i = 1; i <= count; i++) {
    while (credits <= 0) await new Promise((resolve) => (wake = resolve));
    credits--;
    if (way === 'numbers') {
      port.postMessage({ value: i });
      continue;
    }
    const data = new Uint8ClampedArray(buffers.pop() ?? new ArrayBuffer(600 * 600 * 4));
    shade(new ImageData(data, 600), i);
    port.postMessage({ value: data }, [data.buffer]); // an ImageData would be copied
  }
  port.postMessage({ done: true });
};
