/** @file How the values of each component look on the way to a Gradio server, and back. */

import type { Client } from '@gradio/client';
import { readTable, rowsOf } from '../../../src/shared/values/table.ts';
import { chatFromServer, chatToServer } from './chat.ts';
import type { ServerPart } from '../../../src/shared/description.ts';
import { type FileData, fetched, fileOf, isFileData } from './files.ts';
import { maskOf, marked } from './annotated.ts';
import { drawing } from './drawing.ts';

/** What the making of values needs. */
export interface Exchange {
  client: Client;
  signal?: AbortSignal;
  /** True while a recording is on: pictures are one of many. */
  streaming: boolean;
}

/** How one component's value is sent and taken. What a component leaves out travels as it is. */
interface Payload {
  send?(value: unknown, exchange: Exchange, slot: ServerPart): unknown;
  take?(payload: unknown, exchange: Exchange, slot: ServerPart): unknown;
}

type Item = Record<string, unknown>;

const file: Payload = {
  send: (value, { streaming }) =>
    Array.isArray(value) ? Promise.all(value.map((each) => fileOf(each))) : fileOf(value, streaming),
  take: (payload, exchange) => filesIn(payload, exchange),
};

/** A picture; of a stream it is decoded here, so that the page has only to show it. */
const image: Payload = {
  send: file.send,
  take: async (payload, exchange) => {
    const picture = await filesIn(payload, exchange);
    return exchange.streaming && picture instanceof Blob && !picture.type.includes('svg')
      ? createImageBitmap(picture)
      : picture;
  },
};

const table: Payload = {
  send(value) {
    const read = readTable(value);
    return { headers: read.headers, data: rowsOf(read), metadata: null };
  },
  take: (payload) => {
    const { headers, columns = headers, data } = (payload ?? {}) as Item;
    return payload ? { headers: columns, data } : null;
  },
};

/**
 * By Gradio's names of the components. A component that is not here is sent and taken as plain data, its files as
 * files.
 */
const payloads: Record<string, Payload> = {
  image,
  imageslider: { send: listed, take: image.take },
  imageeditor: { send: layered, take: (payload, exchange) => filesIn(payload, exchange) },
  sketchpad: { send: layered, take: (payload, exchange) => filesIn(payload, exchange) },
  audio: file,
  video: file,
  file,
  uploadbutton: file,
  downloadbutton: file,
  model3d: file,
  gallery: {
    send: (value, exchange) =>
      Promise.all(((value ?? []) as unknown[]).map((each) => galleryItem(each, exchange))),
    take: (payload, exchange) =>
      Promise.all(
        ((payload ?? []) as Item[]).map(async ({ image, video, caption }) => ({
          media: await filesIn(video ?? image, exchange),
          caption: caption ?? null,
        })),
      ),
  },
  annotatedimage: {
    take: async (payload, exchange) => {
      const { image, annotations } = (payload ?? {}) as { image?: FileData; annotations?: Item[] };
      if (!image) return null;
      const masks = (annotations ?? []).map(async ({ image, label }) => [
        await maskOf((await filesIn(image, exchange)) as Blob),
        label,
      ]);
      return [await filesIn(image, exchange), await Promise.all(masks)];
    },
  },
  label: {
    take: (payload) => {
      const { label, confidences } = (payload ?? {}) as { label?: unknown; confidences?: Item[] | null };
      if (!confidences) return label ?? null;
      return Object.fromEntries(confidences.map(({ label, confidence }) => [label, confidence]));
    },
  },
  highlightedtext: {
    send: (value) =>
      Array.isArray(value)
        ? (value as [string, unknown][]).map(([token, kind = null]) => ({ token, class_or_confidence: kind }))
        : marked(value),
    take: (payload) =>
      payload && (payload as Item[]).map(({ token, class_or_confidence: kind }) => [token, kind ?? null]),
  },
  dataframe: table,
  nativeplot: { take: table.take },
  plot: { take: (payload) => drawing(payload as { type: string; plot: string } | null) },
  chatbot: {
    send: (value) => chatToServer(value),
    take: (payload, exchange) => chatFromServer(payload, (part) => filesIn(part, exchange)),
  },
  multimodaltextbox: {
    send: async (value) => {
      if (typeof value === 'string') return { text: value, files: [] };
      const { text = '', files = [] } = (value ?? {}) as { text?: string; files?: unknown[] };
      return { text, files: await Promise.all(files.map((each) => fileOf(each))) };
    },
    take: (payload, exchange) => filesIn(payload, exchange),
  },
  datetime: {
    send: (value) => (typeof value === 'number' || value instanceof Date ? localTime(value) : value),
  },
};

/** Makes what is sent to the server of a value. */
export const sent = async (slot: ServerPart, value: unknown, exchange: Exchange): Promise<unknown> => {
  const { send } = payloads[slot.type] ?? {};
  return send ? send(value, exchange, slot) : plain(value);
};

/** Makes a value of what the server gave. */
export const taken = async (slot: ServerPart, payload: unknown, exchange: Exchange): Promise<unknown> => {
  const { take } = payloads[slot.type] ?? {};
  return take ? take(payload, exchange, slot) : filesIn(payload, exchange);
};

/** Of a component that is not known: media become files, all else stays what it is. */
async function plain(value: unknown): Promise<unknown> {
  const media =
    value instanceof Blob ||
    value instanceof ImageData ||
    value instanceof OffscreenCanvas ||
    value instanceof ImageBitmap;
  return media ? fileOf(value) : (value ?? null);
}

/** Fetches all files in a value of the server, however deep. */
async function filesIn(payload: unknown, exchange: Exchange): Promise<unknown> {
  if (isFileData(payload)) return fetched(exchange.client, payload, exchange.signal);
  if (Array.isArray(payload)) return Promise.all(payload.map((each) => filesIn(each, exchange)));
  if (typeof payload !== 'object' || payload === null) return payload ?? null;
  const entries = Object.entries(payload).map(
    async ([key, each]) => [key, await filesIn(each, exchange)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

async function galleryItem(given: unknown, { streaming }: Exchange): Promise<Item> {
  const pair = Array.isArray(given) ? { media: given[0] as unknown, caption: given[1] as unknown } : null;
  const { media, caption = null } = pair ?? (isItem(given) ? given : { media: given });
  const made = await fileOf(media, streaming);
  const isVideo = made instanceof File && made.type.startsWith('video/');
  return { [isVideo ? 'video' : 'image']: made, caption };
}

const isItem = (value: unknown): value is { media: unknown; caption?: unknown } =>
  typeof value === 'object' && value !== null && 'media' in value;

async function listed(value: unknown): Promise<unknown> {
  return value === null || value === undefined
    ? null
    : Promise.all((value as unknown[]).map((each) => fileOf(each)));
}

async function layered(value: unknown): Promise<unknown> {
  if (value === null || value === undefined) return { background: null, layers: [], composite: null };
  const {
    background = value,
    layers = [],
    composite = background,
  } = value as { background?: unknown; layers?: unknown[]; composite?: unknown };
  return {
    background: await fileOf(background),
    layers: await Promise.all(layers.map((each) => fileOf(each))),
    composite: await fileOf(composite),
  };
}

/** `2026-01-31 12:00:00`, by the reader's clock. */
function localTime(value: number | Date): string {
  const date = value instanceof Date ? value : new Date(value * 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}
