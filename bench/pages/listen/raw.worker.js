import { listen } from './handlers.js';

onmessage = ({ data }) => {
  listen({ channels: [data] });
  postMessage('free');
};
