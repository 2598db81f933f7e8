import { until } from './wait.ts';

/** The button of an element with this text or name. */
export function button(host: Element, name: string | RegExp): HTMLButtonElement | null {
  const matches = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
  return (
    [...host.shadowRoot!.querySelectorAll('button')].find((each) =>
      matches((each.getAttribute('aria-label') ?? each.textContent ?? '').trim().replace(/\s+/g, ' ')),
    ) ?? null
  );
}

/** Presses the button of an element with this text or name, once it is there. */
export async function press(host: Element, name: string | RegExp): Promise<void> {
  (await until(() => button(host, name), `a button ${name}`)).click();
}

/** The words that an element shows. */
export const wordsOf = (host: Element): string => (host.shadowRoot!.textContent ?? '').replace(/\s+/g, ' ');
