import { speak } from './handlers.js';

onmessage = ({ data: { way, count } }) => {
  for (const chunk of speak(way, count))
    postMessage(chunk, chunk.channels?.map(({ buffer }) => buffer) ?? []);
};
