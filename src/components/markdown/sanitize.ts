/** @file Takes whatever could run out of HTML. */

import DOMPurify from 'dompurify';
import { describe } from '../../shared/errors.ts';
import { trustedPolicy } from '../../shared/trusted-types.ts';
import { A_LINK, isLink, isRemote } from '../parts/links.ts';
import { say } from '../../words/text.ts';

/** Whose text it is: the page's own, or that of a guest, who may neither fetch anything nor look like the page. */
export type Trust = 'page' | 'guest' | 'guest with pictures';

/** What a guest's text may not have: what fetches, what is filled in, what brings looks of its own. */
const NOT_FOR_GUESTS =
  'style form button select textarea option dialog video audio source track picture svg image map area'.split(
    ' ',
  );
const NOT_FOR_GUESTS_EITHER = ['style', 'srcset', 'poster', 'background', 'id', 'name', 'autofocus'];

let trust: Trust = 'page';

/** Links that open a window of their own must not reach back into ours. */
DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (node.nodeName === 'A' && node.hasAttribute('target')) node.setAttribute('rel', 'noopener noreferrer');
  if (trust !== 'page') receive(node);
});

/** Links that were told of; a text that grows brings each again and again. */
const reported = new Set<string>();

// The same links as everywhere, told of where they are others.
DOMPurify.addHook('uponSanitizeAttribute', (node, attribute) => {
  const { attrName, attrValue } = attribute;
  if (!/^(xlink:)?href$/.test(attrName) || !/^(a|area)$/i.test(node.nodeName)) return;
  const keeps = isLink(attrValue);
  attribute.keepAttr = attribute.forceKeepAttr = keeps;
  if (keeps || trust !== 'page' || reported.has(attrValue)) return;
  reported.add(attrValue);
  console.warn(`A link was left out: it got ${describe(attrValue)}, expected ${A_LINK}`);
});

/** What is particular to the text of a guest: links open beside the page, pictures of other sites wait to be asked for. */
function receive(node: Element): void {
  const named = node.getAttribute('class');
  if (named && !/^(language-\S+|math)$/.test(named)) node.removeAttribute('class');
  if (node.nodeName === 'A' && isRemote(node.getAttribute('href') ?? '')) {
    node.setAttribute('target', '_blank');
    node.setAttribute('rel', 'noopener noreferrer');
  }
  if (node.nodeName === 'INPUT') {
    for (const { name } of [...node.attributes]) if (name !== 'checked') node.removeAttribute(name);
    node.setAttribute('type', 'checkbox');
    node.setAttribute('disabled', '');
  }
  const address = node.getAttribute('src');
  if (node.nodeName !== 'IMG' || address === null) return;
  if (trust === 'guest' && isRemote(address)) {
    node.removeAttribute('src');
    node.setAttribute('data-remote', address);
  } else node.setAttribute('loading', 'lazy');
}

/** Under Trusted Types the library's own policy: DOMPurify would make one of its own. */
function withPolicy(): { TRUSTED_TYPES_POLICY?: never } {
  const policy = trustedPolicy();
  return policy ? { TRUSTED_TYPES_POLICY: policy as never } : {};
}

/** Takes scripts and whatever could run out of HTML. Style sheets stay where they are asked for. */
export function sanitize(html: string, { styles = false } = {}): string {
  trust = 'page';
  return DOMPurify.sanitize(html, {
    ...withPolicy(),
    ADD_ATTR: ['target'],
    FORBID_TAGS: styles ? [] : ['style'],
    FORCE_BODY: styles,
  });
}

function makeSettings(guest: boolean) {
  return {
    ...withPolicy(),
    ADD_ATTR: ['target'],
    FORBID_TAGS: guest ? NOT_FOR_GUESTS : ['style'],
    FORBID_ATTR: guest ? NOT_FOR_GUESTS_EITHER : [],
    FORCE_BODY: true,
    RETURN_DOM_FRAGMENT: true as const,
  };
}

const settings = new Map<boolean, ReturnType<typeof makeSettings>>();

/** The sanitiser's settings; the same object each time, so that it reads them once. */
function settingsFor(guest: boolean): ReturnType<typeof makeSettings> {
  const made = settings.get(guest) ?? makeSettings(guest);
  settings.set(guest, made);
  return made;
}

/** Does the same, for a text by whomever, and gives the nodes. */
export function sanitizedNodes(html: string, whose: Trust): DocumentFragment {
  trust = whose;
  const nodes = DOMPurify.sanitize(html, settingsFor(whose !== 'page'));
  for (const picture of nodes.querySelectorAll<HTMLElement>('img[data-remote]'))
    picture.replaceWith(placeholder(picture));
  return nodes;
}

/** Stands in for a picture of another site, which would tell that site that it is read. */
function placeholder(picture: HTMLElement): HTMLElement {
  const address = picture.dataset.remote!;
  const place = document.createElement('span');
  place.className = 'blocked';
  const link = document.createElement('a');
  Object.assign(link, { href: address, target: '_blank', rel: 'noopener noreferrer', textContent: address });
  const alt = picture.getAttribute('alt');
  place.append(`${alt ? say('otherSiteNamed', { name: alt }) : say('otherSite')} `, link);
  return place;
}

/** What CSS names of other files; `url(#…)` is in the picture itself. */
const ELSEWHERE = /url\((?!\s*['"]?#)/i;

/**
 * Takes whatever could run, or load from elsewhere, out of SVG text. Styles are set in a way that strict policies allow;
 * style sheets are left out: they would reach what is around it.
 *
 * @returns `null` where no SVG is left.
 */
export function sanitizeSVG(text: string): SVGSVGElement | null {
  trust = 'page';
  const fragment = DOMPurify.sanitize(text.replace(/<\?xml[^>]*>|<!DOCTYPE[^>]*>/gi, ''), {
    USE_PROFILES: { svg: true, svgFilters: true },
    ADD_TAGS: ['use'],
    FORBID_TAGS: ['style'],
    RETURN_DOM_FRAGMENT: true,
  });
  const svg = fragment.querySelector('svg');
  for (const each of svg ? [svg, ...svg.querySelectorAll<SVGElement>('*')] : []) {
    for (const name of ['href', 'xlink:href']) {
      const link = each.getAttribute(name);
      if (link !== null && each.localName !== 'a' && !/^(#|data:image\/)/i.test(link))
        each.removeAttribute(name);
    }
    for (const { name, value } of [...each.attributes])
      if (name !== 'style' && (ELSEWHERE.test(value) || value.includes('\\'))) each.removeAttribute(name);
    const style = each.getAttribute('style');
    if (style === null) continue;
    each.removeAttribute('style');
    each.style.cssText = style;
    if (ELSEWHERE.test(each.style.cssText)) each.style.cssText = '';
  }
  return svg;
}
