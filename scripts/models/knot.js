/** Writes demos/model3D/knot.glb: a knot with a colour at each vertex. `node scripts/models/knot.js` */
import { writeFile } from 'node:fs/promises';

const [AROUND, ALONG] = [10, 120];
const positions = [];
const normals = [];
const colours = [];
const indices = [];

/** A point of the knot's line. */
const lineAt = (t) => {
  const radius = 2 + Math.cos(3 * t);
  return [radius * Math.cos(2 * t), radius * Math.sin(2 * t), Math.sin(3 * t)];
};
const minus = (a, b) => a.map((each, at) => each - b[at]);
const cross = ([a, b, c], [d, e, f]) => [b * f - c * e, c * d - a * f, a * e - b * d];
const unit = (v) => v.map((each) => each / Math.hypot(...v));

for (let i = 0; i < ALONG; i++) {
  const t = (i / ALONG) * 2 * Math.PI;
  const here = lineAt(t);
  const ahead = unit(minus(lineAt(t + 0.01), here));
  const side = unit(cross(ahead, [0, 0, 1]));
  const up = cross(side, ahead);
  for (let j = 0; j < AROUND; j++) {
    const angle = (j / AROUND) * 2 * Math.PI;
    const normal = side.map((each, at) => each * Math.cos(angle) + up[at] * Math.sin(angle));
    positions.push(...here.map((each, at) => each + 0.38 * normal[at]));
    normals.push(...normal);
    colours.push(0.9, 0.3 + 0.3 * Math.sin(t), 0.15 + 0.4 * (0.5 + 0.5 * Math.cos(2 * t)));
    const [next, beside] = [((i + 1) % ALONG) * AROUND, (j + 1) % AROUND];
    const own = i * AROUND;
    indices.push(own + j, own + beside, next + j, own + beside, next + beside, next + j);
  }
}

const count = ALONG * AROUND;
const parts = [
  new Float32Array(positions),
  new Float32Array(normals),
  new Float32Array(colours),
  new Uint16Array(indices),
].map(({ buffer }) => Buffer.from(buffer));
const extreme = (call) => [0, 1, 2].map((axis) => call(...positions.filter((_, at) => at % 3 === axis)));
let offset = 0;
const bufferViews = parts.map(({ length }, at) => {
  const view = { buffer: 0, byteOffset: offset, byteLength: length, target: at < 3 ? 34962 : 34963 };
  offset += length;
  return view;
});
const accessor = (bufferView, componentType, number, type, more) => ({
  bufferView,
  componentType,
  count: number,
  type,
  ...more,
});
const json = {
  asset: { version: '2.0', generator: 'scripts/models/knot.js' },
  scene: 0,
  scenes: [{ nodes: [0] }],
  nodes: [{ mesh: 0, name: 'knot' }],
  materials: [{ pbrMetallicRoughness: { metallicFactor: 0.1, roughnessFactor: 0.45 } }],
  meshes: [{ primitives: [{ attributes: { POSITION: 0, NORMAL: 1, COLOR_0: 2 }, indices: 3, material: 0 }] }],
  accessors: [
    accessor(0, 5126, count, 'VEC3', { min: extreme(Math.min), max: extreme(Math.max) }),
    accessor(1, 5126, count, 'VEC3'),
    accessor(2, 5126, count, 'VEC3'),
    accessor(3, 5123, indices.length, 'SCALAR'),
  ],
  bufferViews,
  buffers: [{ byteLength: offset }],
};

const chunk = (type, data, filler) => {
  const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4, filler)]);
  const head = Buffer.alloc(8);
  head.writeUInt32LE(padded.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, padded]);
};
const chunks = [
  chunk('JSON', Buffer.from(JSON.stringify(json)), ' '),
  chunk('BIN\0', Buffer.concat(parts), 0),
];
const head = Buffer.alloc(12);
head.write('glTF', 0, 'latin1');
head.writeUInt32LE(2, 4);
head.writeUInt32LE(12 + chunks[0].length + chunks[1].length, 8);
await writeFile(new URL('../../demos/model3D/knot.glb', import.meta.url), Buffer.concat([head, ...chunks]));
