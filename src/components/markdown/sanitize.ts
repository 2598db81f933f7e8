/** @file Takes whatever could run out of HTML. */

import DOMPurify from 'dompurify';
import { describe } from '../../shared/errors.ts';
import { A_LINK, isLink } from '../../page/links.ts';

/** Links that open a window of their own must not reach back into ours. */
DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (node.nodeName === 'A' && node.hasAttribute('target')) node.setAttribute('rel', 'noopener noreferrer');
});

/** Links that were told of; a text that grows brings each again and again. */
const reported = new Set<string>();

// The same links as everywhere, told of where they are others.
DOMPurify.addHook('uponSanitizeAttribute', (node, attribute) => {
  const { attrName, attrValue } = attribute;
  if (!/^(xlink:)?href$/.test(attrName) || !/^(a|area)$/i.test(node.nodeName)) return;
  const keeps = isLink(attrValue);
  attribute.keepAttr = attribute.forceKeepAttr = keeps;
  if (keeps || reported.has(attrValue)) return;
  reported.add(attrValue);
  console.warn(`A link was left out: it got ${describe(attrValue)}, expected ${A_LINK}`);
});

/** Takes scripts and whatever could run out of HTML. Style sheets stay where they are asked for. */
export function sanitize(html: string, { styles = false } = {}): string {
  return DOMPurify.sanitize(html, {
    ADD_ATTR: ['target'],
    FORBID_TAGS: styles ? [] : ['style'],
    FORCE_BODY: styles,
  });
}
