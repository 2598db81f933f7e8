/** @file Makes an event whose `detail.value` is read only when asked for. */

/** Makes an event whose `detail.value` is read by those only who ask for it: taking it may cost time, or a buffer. */
export function valueEvent(name: string, read: () => unknown): CustomEvent<{ value: unknown }> {
  const detail = Object.defineProperty({}, 'value', { get: read, enumerable: true }) as { value: unknown };
  return new CustomEvent(name, { detail, bubbles: true, composed: true });
}
