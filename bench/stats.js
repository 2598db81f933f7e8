/** The value below which the share `q` (0…1) of `samples` lies. */
export function quantile(samples, q) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const [low, high] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return low + (high - low) * (at - Math.floor(at));
}

/** What is said of a list of measurements. */
export function summary(samples) {
  return { median: quantile(samples, 0.5), p95: quantile(samples, 0.95), samples: samples.length };
}

/**
 * One line of the table: both sides of one measure, from the same run.
 *
 * @param {{ group: string, what: string, unit: string, raw: number[], rivulet: number[], target?: string,
 *   met?: (raw: { median: number, p95: number }, rivulet: { median: number, p95: number }) => boolean }} given
 */
export function row({ group, what, unit, raw, rivulet, target, met }) {
  const [a, b] = [summary(raw), summary(rivulet)];
  return {
    group,
    what,
    unit,
    raw: a,
    rivulet: b,
    ratio: b.median / a.median,
    ratio95: b.p95 / a.p95,
    target,
    met: met?.(a, b),
  };
}
