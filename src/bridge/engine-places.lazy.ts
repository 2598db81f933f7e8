/** What media ask of the bridge, loaded apart: a chunk that is loaded by name too would need a helper from one more. */
export { enginePlaces } from './engine-places.ts';
