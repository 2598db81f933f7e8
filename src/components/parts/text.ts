/** @file Makes text of any value. */

/** Any value as text: plain objects and lists as JSON, `null` and `undefined` as nothing. */
export function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object' && (Array.isArray(value) || value.toString === Object.prototype.toString)) {
    try {
      return JSON.stringify(value, null, 2) ?? String(value);
    } catch {
      return String(value); // a circle, or a bigint
    }
  }
  return String(value);
}
