/** Where bytes stand in others, each time. */
function* placesOf(mark: number[], bytes: Uint8Array): Generator<number> {
  for (let at = 0; at + mark.length <= bytes.length; at++)
    if (mark.every((byte, offset) => bytes[at + offset] === byte)) yield at;
}

/** The same WebM, whose tracks do not say how long a picture is: as browsers record it. */
export async function withoutDurations(file: Blob): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  for (const at of placesOf([0x23, 0xe3, 0x83], bytes)) {
    const size = bytes[at + 3]! & 0x7f;
    // In its place an element that means nothing, as long with its head of two bytes.
    bytes.set([0xec, 0x80 | (size + 2), ...Array(size + 2).fill(0)], at);
  }
  return new Blob([bytes], { type: file.type });
}

/** The same WebM, none of whose clusters says how long it is: as browsers record it. */
export async function withoutSizes(file: Blob): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts: BlobPart[] = [];
  let from = 0;
  for (const at of placesOf([0x1f, 0x43, 0xb6, 0x75], bytes)) {
    parts.push(bytes.slice(from, at + 4), new Uint8Array([1, ...Array(7).fill(255)]));
    from = at + 4 + Math.clz32(bytes[at + 4]!) - 23;
  }
  return new Blob([...parts, bytes.slice(from)], { type: file.type });
}
