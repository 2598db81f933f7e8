/** A source of numbers from 0 up to 1: the same ones for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of these. */
export const pick = <T>(random: () => number, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T;

class Account {
  #secret = 1;
  open = true;
  get secret() {
    return this.#secret;
  }
}

const NUMBERS = [0, -0, 1, -1, 0.1, 7, 1e21, -1e308, 5e-324, Number.MAX_SAFE_INTEGER, 2 ** 31, 255];
const NO_NUMBERS = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

const TEXTS = [
  ['', ' ', 'a', 'true', 'false', 'null', 'undefined', '0', '-1', '1e400', 'NaN', '__proto__', 'constructor'],
  [
    '<b>x</b>',
    '<script>throw 1</script>',
    '"\'`${x}',
    '</style>',
    '# a\n* b',
    '$$\\frac{',
    '%41',
    '#',
    '?',
    '//',
  ],
  ['\u0000', '\uD800', '\uFEFF\u200B\u202E', 'e\u0301'.repeat(40), '👩‍👩‍👧‍👦🏳️‍🌈', 'ﷺ', '日本語', '\r\n\t'],
  ['[', '{}', '[]', '{"a":1}', '[1,[2]]', '["a","b"]', 'a,b', '[null]', '{"__proto__":1}', 'upload,webcam'],
  ['data:,x', 'data:image/png;base64,AAAA', 'blob:x', 'javascript:throw 1', 'http://[', 'mailto:a', 'hidden'],
].flat();

/** What says something else, or throws, whenever it is looked at. */
const TRICKS: (() => unknown)[] = [
  () => ({
    get a() {
      throw new Error('a getter');
    },
  }),
  () => ({
    get value(): unknown {
      throw null;
    },
  }),
  () => ({
    toString() {
      throw new Error('toString');
    },
  }),
  () => ({ toString: 1, valueOf: null }),
  () => ({
    toJSON: () => {
      throw new Error('toJSON');
    },
  }),
  () => ({ [Symbol.toPrimitive]: () => ({}) }),
  () => ({ length: -1 }),
  () => ({ length: 2 ** 40, 0: 1 }),
  () => Object.fromEntries([['then', 1]]),
  () => ({ width: 1e9, height: 1e9, data: new Uint8Array(4) }),
  () => ({ width: 2, height: 2, data: null }),
  () => ({ sampleRate: Number.NaN, channels: [null] }),
  () => ({ stage: 'pending' }),
  () => new Proxy({}, {}),
  () =>
    new Proxy(
      {},
      {
        get() {
          throw new Error('a trap');
        },
        ownKeys() {
          throw new Error('a trap');
        },
        getPrototypeOf() {
          throw new Error('a trap');
        },
      },
    ),
  () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    return proxy;
  },
  () => {
    const circle: Record<string, unknown> = {};
    return Object.assign(circle, { circle, list: [circle] });
  },
  () => {
    const list: unknown[] = [];
    list.push(list);
    return list;
  },
  () => Object.assign(Object.create(null), { a: 1 }),
  () => Object.freeze([Object.freeze({ a: 1 })]),
  () => new Account(),
  () => Object.create(new Account()),
  () => Account,
  () => () => undefined,
  () =>
    function* () {
      yield 1;
    },
  () => async () => 1,
  () => Symbol('a'),
  () => Symbol.iterator,
  () => 10n ** 40n,
  () => Promise.resolve(1),
  () => new Date(),
  () => new Date(Number.NaN),
  () => /a/g,
  () => new Error('an error'),
  () => new Map<unknown, unknown>([[{}, new Map([[1, Number.NaN]])]]),
  () => new Set([1, new Set()]),
  () => new WeakMap(),
  () => new WeakRef({}),
  () => new URL('http://localhost/'),
  () => new ArrayBuffer(3),
  () => structuredClone(new ArrayBuffer(8), { transfer: [new ArrayBuffer(8)] }),
  () => new Uint8Array(5),
  () => new Float32Array([Number.NaN, 2]),
  () => new BigInt64Array(1),
  () => new DataView(new ArrayBuffer(2)),
  () => new Blob([]),
  () => new Blob(['x'], { type: 'image/png' }),
  () => new File(['x'], '../a b.mp4', { type: 'video/mp4' }),
  () => new ImageData(1, 2),
  () => document.createElement('div'),
  () => document.createElement('canvas'),
  () => document.createElement('riv-number'),
  () => document.createTextNode('a'),
  () => new OffscreenCanvas(1, 1),
  () => new EventTarget(),
  () => new AbortController().signal,
  () => globalThis,
  () => new Array(3),
  () => Object.assign(new Array(2), { 5: 'a' }),
  () => document.forms,
];

/** A value of any kind: what a page, or a handler, might give by mistake or by malice. */
export function anything(random: () => number, depth = 0): unknown {
  const kind = random();
  if (kind < 0.12) return random() < 0.7 ? pick(random, NUMBERS) : pick(random, NO_NUMBERS);
  if (kind < 0.3) return text(random);
  if (kind < 0.36) return pick(random, [null, undefined, true, false]);
  if (kind < 0.7 || depth > 3) return pick(random, TRICKS)();
  const count = Math.floor(random() * 5);
  const parts = Array.from({ length: count }, () => anything(random, depth + 1));
  if (kind < 0.86) return parts;
  return Object.fromEntries(parts.map((part) => [text(random), part]));
}

/** A text: short, odd, or endless. */
export function text(random: () => number): string {
  const one = pick(random, TEXTS);
  if (random() < 0.97) return one;
  return (one || 'x').repeat(Math.ceil(20_000 / (one.length || 1)));
}
