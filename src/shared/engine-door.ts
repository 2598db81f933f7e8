import type { EnginePlaces } from './engines.ts';

/** Where engines are, for parts of the page that know no bridge: the entry tells its way of knowing here. */
export const engineDoor: { places: (() => Promise<EnginePlaces>) | null } = { places: null };
