/** The calculator, in a worker of this page. server.py has the same in Python. */
export function calculate(a, operation, b) {
  if (a === null || b === null || !operation) return null;
  if (operation === 'add') return a + b;
  if (operation === 'subtract') return a - b;
  if (operation === 'multiply') return a * b;
  if (b === 0) throw new Error('Cannot divide by zero');
  return a / b;
}

/** One frame of the camera as a negative. */
export function negative(frame) {
  if (!frame) return null;
  const { data } = frame;
  for (let at = 0; at < data.length; at += 4) {
    data[at] = 255 - data[at];
    data[at + 1] = 255 - data[at + 1];
    data[at + 2] = 255 - data[at + 2];
  }
  return frame;
}
