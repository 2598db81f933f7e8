/** @file Finds the handlers that stand in a page, in an app or right behind it: in scripts, templates, blocks of code. */

import { APPS } from '../around.ts';

/** Code of handlers in a page. */
export interface HandlerBlock {
  /** What holds it: a script, a template or a `<pre>`. */
  element: Element;
  text: string;
}

const HOLDERS = 'script[type="handler" i], template[handler], pre:not(.linenos *)';
const MARKS = '.handler, [handler], [data-handler]';
const CALLED = /^\s*\/\/ *handler\b/;
const EXPORTING = /^\s*(\/\/ *handler|export)\b/m;

/** What highlighters put beside the code. */
const BESIDE_CODE = 'button, .linenos, .lineno, .gutter';

/** The blocks of each app when it last had some: tools that make scripts anew forget their type. */
const known = new WeakMap<Node, HandlerBlock[]>();

/**
 * Finds the handlers of an app, or of a whole page: each `<script type="handler">`, each `<template handler>`, and each
 * block of code that is called `handler`, by a class or in its first line. What stands right behind an app is part of it,
 * and in it a block of code that exports something need not be called anything.
 */
export function handlersOf(place: Element | Document): HandlerBlock[] {
  const isApp = place instanceof Element;
  const blocks = blocksIn(place, isApp ? EXPORTING : CALLED);
  if (isApp) blocks.push(...behind(place));
  if (blocks.length > 0) known.set(place, blocks);
  return known.get(place) ?? [];
}

function behind(app: Element): HandlerBlock[] {
  const { nextElementSibling, parentElement } = app;
  const blocks: HandlerBlock[] = [];
  // Python-Markdown wraps the app in a paragraph of its own.
  let next =
    nextElementSibling ?? (parentElement?.localName === 'p' ? parentElement.nextElementSibling : null);
  for (; next && !next.matches(APPS) && !next.querySelector(APPS); next = next.nextElementSibling) {
    const found = blocksIn(next, CALLED);
    if (found.length === 0) break;
    blocks.push(...found);
  }
  return blocks;
}

function blocksIn(place: Element | Document, called: RegExp): HandlerBlock[] {
  const holders = [...place.querySelectorAll(HOLDERS)];
  if (place instanceof Element && place.matches(HOLDERS)) holders.push(place);
  const blocks = holders.map((element) => ({ element, text: textOf(element) }));
  return blocks.filter(
    ({ element, text }) =>
      element.localName !== 'pre' ||
      called.test(text) ||
      element.closest(MARKS) ||
      element.querySelector(MARKS),
  );
}

/** The code in a block, whatever its highlighter has made of its lines. */
function textOf(element: Element): string {
  // Frameworks put what is in a template beside its content.
  const text = (element as Partial<HTMLTemplateElement>).content?.textContent || element.textContent;
  if (element.localName !== 'pre') return text;
  const copy = element.cloneNode(true) as Element;
  for (const each of copy.querySelectorAll(BESIDE_CODE)) each.remove();
  // Some make each line a block, some end it by a break: the inner ones first.
  for (const line of [...copy.querySelectorAll('br, div')].reverse())
    if (!/\n$/.test(line.textContent)) line.append('\n');
  return copy.textContent;
}
