/** The tables of docs/reference/components.md, from the custom elements manifest. What stands above them is written by hand. */
import { pageWith } from './generated.js';
import { elementNames } from '../build/public-names.js';

const GROUPS = [
  ['Components', 'src/components/'],
  ['Layout', 'src/layout/'],
  ['Apps', 'src/app/'],
];

/** Makes the page. */
export async function reference(manifest) {
  const names = await elementNames();
  const elements = manifest.modules
    .flatMap(({ path, declarations = [] }) => declarations.map((element) => ({ ...element, path })))
    .filter(({ tagName, name }) => tagName && names.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const groups = GROUPS.map(([title, folder]) => {
    const own = elements.filter(({ path }) => path.startsWith(folder));
    return `## ${title}\n\n${own.map((element) => section(element, names.get(element.name))).join('\n')}`;
  });
  const values = elements
    .filter(({ input, output }) => input && output)
    .map(({ name, input, output }) => [names.get(name), phrase(input), phrase(output)]);
  const head = ['component', 'the handler is given', 'it may return'];
  return pageWith(
    'docs/reference/components.md',
    ['<!-- values: written by npm run docs -->', `\n${table(head, values)}\n\n`, '<!-- end of values -->'],
    ['<!-- written by npm run docs -->', `\n${groups.join('\n').trimEnd()}\n`],
  );
}

function section(element, publicName) {
  const { tagName, description = '', attributes = [], events = [], cssParts = [], slots = [] } = element;
  const own = attributes.filter(isOwn);
  const blocks = [`### ${publicName}`, `\`<${tagName}>\` · ${words(description)}`];
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
  const ownParts = cssParts.filter(isOwn);
  if (ownParts.length > 0)
    blocks.push(
      table(
        ['part', ''],
        ownParts.map((each) => [code(each.name), words(each.description)]),
      ),
    );
  return `${blocks.join('\n\n')}\n`;
}

/** What all components have is told of once, above the tables. */
const isOwn = ({ inheritedFrom }) => inheritedFrom?.name !== 'RivElement';

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

/** A sentence as part of a row. */
function phrase(text) {
  const plain = words(text).replace(/\.$/, '');
  return /^[A-Z][a-z]|^A /.test(plain) ? plain[0].toLowerCase() + plain.slice(1) : plain;
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
