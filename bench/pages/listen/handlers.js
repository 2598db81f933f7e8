/** The handler of both sides for a microphone. */

const heard = [];

/** Notes when it was called, and which samples it was given, which it takes longer to do than a chunk lasts. */
export function listen({ channels: [samples] }) {
  const at = performance.timeOrigin + performance.now();
  const numbers = samples.map((level) => level * 2 ** 24);
  let missing = 0;
  for (let i = 1; i < numbers.length; i++) missing += Math.abs(numbers[i] - numbers[i - 1] - 1);
  heard.push({ at, first: numbers[0], last: numbers.at(-1), missing });
  while (performance.timeOrigin + performance.now() < at + 150);
}

globalThis.takeHeard = () => heard.splice(0);
