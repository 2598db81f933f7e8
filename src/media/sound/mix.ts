/** @file Mixes sound into another number of channels, as Web Audio does. */

const HALF = Math.SQRT1_2;

/**
 * Mixes a sound into another number of channels, by the rules of Web Audio for loudspeakers. What needs no change is
 * not copied; channels that no rule speaks of are left out, or are silent.
 */
export function mix(channels: readonly Float32Array[], count: number): readonly Float32Array[] {
  const [first, second, third, fourth, fifth, sixth] = channels;
  if (channels.length === count || !first) return channels;
  const silence = () => new Float32Array(first.length);
  if (channels.length === 1) {
    if (count === 6) return [silence(), silence(), first, silence(), silence(), silence()];
    return Array.from({ length: count }, (_, at) => (at < 2 ? first : silence()));
  }
  if (count === 1 && channels.length === 2) return [first.map((level, at) => (level + second![at]!) / 2)];
  if (count === 6 && channels.length === 4) return [first, second!, silence(), silence(), third!, fourth!];
  if (count === 2 && channels.length === 6) {
    const side = (main: Float32Array, back: Float32Array) =>
      main.map((level, at) => level + HALF * (third![at]! + back[at]!));
    return [side(first, fifth!), side(second!, sixth!)];
  }
  return Array.from({ length: count }, (_, at) => channels[at] ?? silence());
}
