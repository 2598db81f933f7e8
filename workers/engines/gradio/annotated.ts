/** @file Marked pictures and texts, as Gradio writes them. */

/** Numbers from 0 (not covered) to 1, row by row. */
interface Mask {
  data: Float32Array;
  width: number;
  height: number;
}

/** Reads a mask from a picture: how opaque each pixel is. Its colour is for the page to choose. */
export async function maskOf(picture: Blob): Promise<Mask> {
  const bitmap = await createImageBitmap(picture, { premultiplyAlpha: 'none' });
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  return {
    data: Float32Array.from({ length: width * height }, (_, at) => data[at * 4 + 3]! / 255),
    width,
    height,
  };
}

/** `{ text, entities: [{ entity, start, end }] }` as tokens. */
export function marked(value: unknown): unknown {
  const { text, entities } = (value ?? {}) as {
    text?: string;
    entities?: { entity?: unknown; entity_group?: unknown; start: number; end: number }[];
  };
  if (typeof text !== 'string') return value ?? null;
  const tokens: { token: string; class_or_confidence: unknown }[] = [];
  let at = 0;
  for (const { entity, entity_group: kind = entity, start, end } of [...(entities ?? [])].sort(
    (a, b) => a.start - b.start,
  )) {
    if (start > at) tokens.push({ token: text.slice(at, start), class_or_confidence: null });
    tokens.push({ token: text.slice(start, end), class_or_confidence: kind ?? null });
    at = end;
  }
  if (at < text.length) tokens.push({ token: text.slice(at), class_or_confidence: null });
  return tokens;
}
