/** @file Shows Markdown in an element, block by block: of a text that grows only the last one is read and drawn anew. */

import { copyCode, dress } from './dress.ts';
import { type Block, type Links, type MarkdownOptions, blocksOf } from './parse.ts';
import { morphNodes } from './morph.ts';
import { richStyles } from './rich.styles.ts';
import { sanitizedNodes } from './sanitize.ts';
import { trustedHTML } from '../../shared/trusted-types.ts';
import { say } from '../../words/text.ts';

interface Drawn extends Block {
  nodes: ChildNode[];
}

/** Roots that have the look of what only some texts hold. */
const styled = new WeakSet<ShadowRoot>();

/** Shows Markdown in an element of its own. What was read stays where it is, and selected, while the text grows. */
export class MarkdownBody {
  /** Where it is shown. */
  readonly element = document.createElement('div');
  #text = '';
  #key = '';
  #blocks: Drawn[] = [];
  #links = '[]';

  constructor() {
    this.element.className = 'prose';
    this.element.part.add('text');
    this.element.addEventListener('click', this.#onClick);
  }

  /** Gives the root that it is in the look of code, formulas and the like. */
  adopt(root: Node): void {
    if (!(root instanceof ShadowRoot) || styled.has(root)) return;
    styled.add(root);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, richStyles.styleSheet!];
  }

  /**
   * Shows a text in place of the former one.
   *
   * @returns the characters that were read and drawn.
   * @throws {Error} for a text that would freeze the page; what was shown is still there.
   */
  update(given: string, options: MarkdownOptions): number {
    const text = given.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
    const key = JSON.stringify(options);
    if (key === this.#key && text === this.#text) return 0;
    const kept = key === this.#key ? this.#keep(text) : 0;
    const from = this.#blocks.slice(0, kept).reduce((sum, { raw }) => sum + raw.length, 0);
    const before = linksOf(this.#blocks.slice(0, kept));
    let blocks = blocksOf(text.slice(from), options, before);
    let first = kept;
    const links = JSON.stringify(Object.entries({ ...linksOf(blocks), ...before }).sort());
    if (kept > 0 && links !== this.#links) {
      // What is explained of a link now may be used before.
      blocks = blocksOf(text, options, {});
      first = 0;
    }
    try {
      this.#draw(first, blocks, options);
    } catch (error) {
      // What is drawn by halves is nothing to go on from.
      this.element.replaceChildren();
      this.#blocks = [];
      this.#key = '';
      throw error;
    }
    this.#text = text;
    this.#key = key;
    this.#links = links;
    return text.length - (first === 0 ? 0 : from);
  }

  /** How many blocks stay as they are: all but the last, which what follows may go on with. */
  #keep(text: string): number {
    let at = 0;
    let count = 0;
    for (const { raw } of this.#blocks) {
      if (!text.startsWith(raw, at)) break;
      at += raw.length;
      count += 1;
    }
    return Math.max(0, Math.min(count, this.#blocks.length - 1));
  }

  #draw(first: number, blocks: readonly Block[], options: MarkdownOptions): void {
    const old = this.#blocks.slice(first).flatMap(({ nodes }) => nodes);
    const made = safeNodes(blocks, options);
    const drawn = blocks.map((block, at) => ({ ...block, nodes: this.#dressed(made[at]!, options) }));
    const kept = morphNodes(
      this.element,
      old,
      drawn.flatMap(({ nodes }) => nodes),
      null,
    );
    let at = 0;
    for (const block of drawn) {
      block.nodes = kept.slice(at, at + block.nodes.length);
      at += block.nodes.length;
    }
    this.#blocks = [...this.#blocks.slice(0, first), ...drawn];
  }

  #dressed(nodes: ParentNode & Node, { headerLinks }: MarkdownOptions): ChildNode[] {
    if (headerLinks) for (const heading of nodes.querySelectorAll('h1, h2, h3, h4, h5, h6')) anchor(heading);
    dress(nodes, this.element);
    return [...nodes.childNodes];
  }

  #onClick = (event: Event): void => {
    const target = event.target as Element;
    void copyCode(target).catch((error: unknown) => console.warn(error));
    const link = target.closest('a');
    const address = link?.getAttribute('href') ?? '';
    if (!address.startsWith('#') || address.length < 2) return;
    // The browser looks for the places that links lead to in the page alone, not in an element's own tree.
    const root = this.element.getRootNode() as ShadowRoot | Document;
    const place = root.getElementById(decoded(address.slice(1)));
    if (!place) return;
    event.preventDefault();
    place.scrollIntoView({ block: 'start' });
    if (link!.classList.contains('anchor')) history.replaceState(history.state, '', address);
  };
}

/** Blocks from which on they are made safe together, which takes less time than one by one. */
const MANY = 4;

/** The nodes of blocks, made safe where they are to be. */
function safeNodes(blocks: readonly Block[], options: MarkdownOptions): (ParentNode & Node)[] {
  const { sanitizeHtml = true, trust = 'page' } = options;
  if (!sanitizeHtml)
    return blocks.map(({ html }) => {
      const template = document.createElement('template');
      template.innerHTML = trustedHTML(html);
      return document.importNode(template.content, true);
    });
  if (blocks.length >= MANY) {
    const html = blocks.map((block) => `<div>${block.html}</div>`).join('');
    const { children, childNodes } = sanitizedNodes(html, trust);
    // HTML that closes more than it opens is made safe by itself.
    if (children.length === blocks.length && childNodes.length === blocks.length) return [...children];
  }
  return blocks.map(({ html }) => sanitizedNodes(html, trust));
}

/** What blocks explain of links; what comes first counts. */
function linksOf(blocks: readonly Block[]): Links {
  const all: Links = {};
  for (const { links } of blocks) for (const name of Object.keys(links)) all[name] ??= links[name]!;
  return all;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Gives a heading a name, and a link to itself. */
function anchor(heading: Element): void {
  const words = heading.textContent ?? '';
  heading.id ||= words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
  if (!heading.id) return;
  const link = document.createElement('a');
  link.className = 'anchor';
  link.href = `#${encodeURIComponent(heading.id)}`;
  link.setAttribute('aria-label', say('linkTo', { name: words.trim() }));
  link.textContent = '#';
  heading.append(link);
}
