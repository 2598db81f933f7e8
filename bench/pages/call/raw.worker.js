import { twice } from './handlers.js';

onmessage = ({ data: port }) => {
  port.onmessage = ({ data }) => port.postMessage(twice(data));
};
