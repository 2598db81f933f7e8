/**
 * Writes the tables of docs/components.md from dist/custom-elements.json: `node scripts/reference.js`, after a build.
 * What stands above the first marker is written by hand.
 */
import { readFile, writeFile } from 'node:fs/promises';

const FILE = 'docs/components.md';
const START = '<!-- written by scripts/reference.js -->';
const SHARED = ['label', 'info', 'showLabel', 'container', 'interactive', 'visible', 'scale', 'minWidth'];

const SHARED_PARTS = ['label', 'info', 'message', 'stale'];

const manifest = JSON.parse(await readFile('dist/custom-elements.json', 'utf8'));
const names = new Map(
  [...(await readFile('src/index.ts', 'utf8')).matchAll(/\b(Riv\w+) as (\w+)/g)].map(([, own, name]) => [
    own,
    name,
  ]),
);
const elements = manifest.modules
  .flatMap(({ path, declarations = [] }) => declarations.map((element) => ({ ...element, path })))
  .filter(({ tagName, name }) => tagName && names.has(name));

const groups = [
  ['Components', 'src/components/'],
  ['Layout', 'src/layout/'],
  ['Apps', 'src/app/'],
];
const parts = groups.map(([title, folder]) => {
  const own = elements.filter(({ path }) => path.startsWith(folder));
  return `## ${title}\n\n${own
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(section)
    .join('\n')}`;
});

const page = await readFile(FILE, 'utf8');
const at = page.indexOf(START);
if (at < 0) throw new Error(`${FILE} has lost the comment that its tables follow`);
await writeFile(FILE, `${page.slice(0, at)}${START}\n\n${parts.join('\n').trimEnd()}\n`);

function section(element) {
  const {
    name,
    tagName,
    description = '',
    attributes = [],
    events = [],
    cssParts = [],
    slots = [],
  } = element;
  const isComponent = element.path.startsWith('src/components/');
  const own = attributes.filter(({ fieldName, name }) => !isComponent || !SHARED.includes(fieldName ?? name));
  const blocks = [`### ${names.get(name)}`, `\`<${tagName}>\` · ${words(description)}`];
  if (own.length > 0)
    blocks.push(table(['property', 'attribute', 'type', 'default', ''], own.map(property(element))));
  if (events.length > 0)
    blocks.push(
      table(
        ['event', ''],
        events.map((each) => [code(each.name), words(each.description)]),
      ),
    );
  if (slots.length > 0)
    blocks.push(
      table(
        ['slot', ''],
        slots.map((each) => [each.name ? code(each.name) : '(none)', words(each.description)]),
      ),
    );
  const ownParts = cssParts.filter(
    ({ name, inheritedFrom }) => !(inheritedFrom && SHARED_PARTS.includes(name)),
  );
  if (ownParts.length > 0)
    blocks.push(
      table(
        ['part', ''],
        ownParts.map((each) => [code(each.name), words(each.description)]),
      ),
    );
  return `${blocks.join('\n\n')}\n`;
}

function property({ members = [] }) {
  return ({ name, fieldName, type, default: initial, description }) => {
    const member = members.find((each) => each.name === fieldName);
    const kind = short(type?.text ?? member?.type?.text ?? '');
    return [
      fieldName ? code(fieldName) : '',
      code(name),
      kind ? code(kind) : '',
      initial === undefined || initial === 'undefined' ? '' : code(initial),
      words(description ?? member?.description),
    ];
  };
}

/** Types that are long or of no use to a reader become shorter. */
function short(type) {
  const plain = type
    .replace(/\s+/g, ' ')
    .replace(/ \| undefined/g, '')
    .trim();
  return plain.length > 60 || /^T( |$)/.test(plain) ? '' : plain;
}

function code(text) {
  return `\`${String(text).replaceAll('|', '\\|')}\``;
}

function words(text = '') {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}
