import { expose } from '/node_modules/comlink/dist/esm/comlink.mjs';
import { twice } from './handlers.js';

expose({ twice });
