import 'axe-core/axe.min.js'; // a classic script: it leaves `axe` on the window
import type { AxeResults, RunOptions } from 'axe-core';

interface Axe {
  run(context: Element, options: RunOptions): Promise<AxeResults>;
}

/** What axe finds wrong in an element and its shadow trees, one line each; empty when all is well. */
export async function axeProblems(element: Element): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: Axe };
  await atRest(element);
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } }, // a part of a page is not in a landmark
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${JSON.stringify(target)}: ${failureSummary ?? ''}`),
  );
}

/** Waits for the transitions that are on: a colour in the middle of one is none that anybody reads. */
async function atRest(element: Element): Promise<void> {
  const transitions = shadowsIn(element)
    .flatMap((root) => root.getAnimations())
    .filter((each) => each instanceof CSSTransition);
  await Promise.allSettled(transitions.map(({ finished }) => finished));
}

const shadowsIn = (root: Element | ShadowRoot): ShadowRoot[] =>
  [root, ...root.querySelectorAll('*')].flatMap((each) => {
    const { shadowRoot } = each as Element;
    return shadowRoot ? [shadowRoot, ...shadowsIn(shadowRoot)] : [];
  });
