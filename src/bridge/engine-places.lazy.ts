/** @file `engine-places.ts` as media ask for it: loaded by name too, it would need a helper from one more bundle. */

export { enginePlaces } from './engine-places.ts';
