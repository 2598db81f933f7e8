/** @file Dresses blocks of code and formulas in rendered text: language, copy button, colours; each loaded for the first text that has one. */

import { render } from 'lit';
import { lazy } from '../../page/lazy.ts';
import { checkIcon, copyIcon } from '../parts/icons.ts';
import { trustedHTML } from '../../shared/trusted-types.ts';
import { say } from '../../words/text.ts';

type Highlight = typeof import('./code/highlight.ts');
type Formulas = typeof import('./formulas/formulas.ts');

/** Milliseconds that the check mark stays. */
const COPIED_MS = 1000;

let highlight: Highlight | undefined;
let formulas: Formulas | undefined;
/** What could not be loaded, and was told of. */
const told = new Set<string>();

/**
 * Dresses what is new in a text. What has to be loaded for it comes later, into the places that are in the page by then.
 *
 * @param part - New nodes.
 * @param whole - Where they will stand.
 */
export function dress(part: ParentNode, whole: ParentNode): void {
  for (const code of part.querySelectorAll<HTMLElement>('pre > code')) dressCode(code, whole);
  for (const box of part.querySelectorAll('li > input'))
    box.setAttribute('aria-label', box.hasAttribute('checked') ? say('toDoDone') : say('toDo'));
  const math = part.querySelectorAll<HTMLElement>('[data-tex]');
  if (math.length === 0) return;
  if (formulas) for (const place of math) formulas.drawFormula(place);
  else
    later('formulas', whole, async () => {
      formulas ??= await lazy(() => import('./formulas/formulas.ts'));
      for (const place of whole.querySelectorAll<HTMLElement>('[data-tex]'))
        if (!place.querySelector('math')) formulas.drawFormula(place);
    });
}

function dressCode(code: HTMLElement, whole: ParentNode): void {
  const language = /(?:^|\s)language-(\S+)/.exec(code.className)?.[1] ?? '';
  const pre = code.parentElement!;
  const frame = document.createElement('div');
  frame.className = 'code';
  const bar = document.createElement('div');
  bar.className = 'code-bar';
  const name = document.createElement('span');
  name.textContent = language;
  bar.append(name, copyButton());
  pre.replaceWith(frame);
  frame.append(bar, pre);
  if (!language) return;
  code.dataset.language = language;
  if (highlight) colour(code, whole);
  else
    later('highlight', whole, async () => {
      highlight ??= await lazy(() => import('./code/highlight.ts'));
      for (const each of whole.querySelectorAll<HTMLElement>('code[data-language]')) colour(each, whole);
    });
}

function colour(code: HTMLElement, whole: ParentNode): void {
  const { language = '' } = code.dataset;
  const { isKnown, isLoaded, loadLanguage, coloured } = highlight!;
  if (!isKnown(language)) return;
  if (isLoaded(language)) {
    const html = coloured(code.textContent ?? '', language);
    if (html !== null) code.innerHTML = trustedHTML(html);
    return;
  }
  later(language, whole, async () => {
    await loadLanguage(language);
    for (const each of whole.querySelectorAll<HTMLElement>('code[data-language]'))
      if (each.dataset.language === language) colour(each, whole);
  });
}

/** Texts, by what each of them waits for. */
const wanting = new WeakMap<ParentNode, Set<string>>();

/** Does what has to be loaded first, once for each text that waits for it. What fails is left plain. */
function later(what: string, whole: ParentNode, work: () => Promise<void>): void {
  const wanted = wanting.get(whole) ?? new Set();
  wanting.set(whole, wanted);
  if (wanted.has(what)) return;
  wanted.add(what);
  work()
    .catch((error: unknown) => {
      if (!told.has(what)) console.warn(error);
      told.add(what);
    })
    .finally(() => wanted.delete(what));
}

function copyButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'icon-button';
  button.dataset.copy = '';
  button.setAttribute('aria-label', say('copyCode'));
  button.title = say('copyCode');
  render(copyIcon, button);
  return button;
}

/** Copies the code whose button was pressed. @returns false where it was none */
export async function copyCode(target: Element): Promise<boolean> {
  const button = target.closest<HTMLButtonElement>('button[data-copy]');
  const code = button?.closest('.code')?.querySelector('pre');
  if (!button || !code) return false;
  await navigator.clipboard.writeText((code.textContent ?? '').replace(/\n$/, ''));
  button.setAttribute('aria-label', say('copied'));
  render(checkIcon, button);
  setTimeout(() => {
    button.setAttribute('aria-label', say('copyCode'));
    render(copyIcon, button);
  }, COPIED_MS);
  return true;
}
