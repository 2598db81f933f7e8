import { listen } from './sound.js';

onmessage = ({ data }) => {
  listen({ channels: [data] });
  postMessage('free');
};
