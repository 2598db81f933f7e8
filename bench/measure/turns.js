/**
 * Lets both sides take turns, the first one changing from turn to turn, so that a busy moment of the machine
 * hits both alike.
 *
 * @param {number} repeats
 * @param {(side: 'raw' | 'rivulet') => Promise<T>} measure
 * @returns {Promise<{ raw: T[], rivulet: T[] }>} @template T
 */
export async function takeTurns(repeats, measure) {
  const results = { raw: [], rivulet: [] };
  for (let turn = 0; turn < repeats; turn++)
    for (const side of turn % 2 ? ['rivulet', 'raw'] : ['raw', 'rivulet'])
      results[side].push(await measure(side));
  return results;
}
