import { canny } from './canny.js';
import { cartoon } from './cartoon.js';
import { flip, fromGrey, toGrey } from './picture.js';

/** One frame of the camera, changed as the dropdown says. Called anew for each frame, with the newest choice. */
export function transform(frame, filter) {
  if (!frame) return null;
  if (filter === 'cartoon') return cartoon(frame);
  if (filter === 'edges') return edges(frame);
  return flip(frame);
}

function edges(frame) {
  const { width, height } = frame;
  return fromGrey(canny(toGrey(frame), width, height, 50, 100), width, height);
}
