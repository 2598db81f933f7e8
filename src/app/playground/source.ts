/** @file Reads the source of a playground: from its template, or the page that `src` names. */

import { fetchFile } from '../../page/fetch-file.ts';

/** Elements without an end tag. */
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
/** Elements whose text is no HTML. */
const RAW = /^(script|style|iframe|noembed|noframes|noscript|plaintext|xmp)$/;

/** The source in the template of a playground, as one would write it; `null` without a template. */
export function templateSource(host: Element): string | null {
  const template = host.querySelector<HTMLTemplateElement>(':scope > template');
  if (!template) return null;
  const parts = [...insideOf(template)];
  const full = parts.filter((part) => part.nodeType !== Node.TEXT_NODE || (part as Text).data.trim());
  const [first] = full;
  // A script, or a text, that stands alone is meant as it is.
  const alone = full.length === 1 && (first instanceof Text || isPlainScript(first));
  return dedented(alone ? first!.textContent! : parts.map(written).join(''));
}

const isPlainScript = (node: Node | undefined): boolean =>
  node instanceof HTMLScriptElement && !node.src && /^(module)?$/.test(node.type);

/** The source of a page. @throws in words */
export async function fetchedSource(src: string): Promise<string> {
  const blob = await fetchFile(
    new URL(src, document.baseURI).href,
    (why) => new Error(`The page “${src}” could not be loaded: ${why}`),
  );
  return (await blob.text()).replace(/\r\n?/g, '\n');
}

/** True for a source that is a script, not HTML. */
export const isScript = (source: string): boolean =>
  /^(\s|\/\/.*|\/\*[\s\S]*?\*\/)*(import|export|const|let|var|async|function|class|new|await|rv\.|document\.)\b/.test(
    source,
  );

/** What is in an element; frameworks put what is in a template beside its content. */
function insideOf(element: Element): NodeListOf<ChildNode> {
  const { content } = element as Partial<HTMLTemplateElement>;
  return content?.hasChildNodes() ? content.childNodes : element.childNodes;
}

/** Writes a node as somebody would who writes by hand: with as few quotes and escapes as may be. */
function written(node: ChildNode): string {
  if (node instanceof Comment || node.nodeType === Node.COMMENT_NODE)
    return `<!--${(node as Comment).data}-->`;
  if (node.nodeType === Node.TEXT_NODE)
    return RAW.test((node.parentNode as Element).localName ?? '')
      ? (node as Text).data
      : (node as Text).data.replace(/&(?=[#\w])/g, '&amp;').replace(/</g, '&lt;');
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  const element = node as Element;
  const { localName } = element;
  const tag = `<${localName}${[...element.attributes].map(attribute).join('')}>`;
  return VOID.test(localName) ? tag : `${tag}${[...insideOf(element)].map(written).join('')}</${localName}>`;
}

function attribute({ name, value }: Attr): string {
  if (value === '') return ` ${name}`;
  const plain = value.replace(/&(?=[#\w])/g, '&amp;');
  return plain.includes('"') && !plain.includes("'")
    ? ` ${name}='${plain}'`
    : ` ${name}="${plain.replaceAll('"', '&quot;')}"`;
}

/** A text without the space that all its lines begin with, and without empty lines around. */
function dedented(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/^([ \t]*\n)+|\s+$/g, '')
    .split('\n');
  const least = Math.min(
    ...lines.filter((line) => line.trim()).map((line) => /^[ \t]*/.exec(line)![0].length),
  );
  return lines.map((line) => line.slice(Number.isFinite(least) ? least : 0)).join('\n');
}
