import type { Binding } from '../../src/bind/binding/binding.ts';
import type { AppElement } from '../../src/app/app-element.ts';
import type { RivInterface } from '../../src/app/interface/interface.ts';
import type { Component } from '../../src/app/shortcuts.ts';

/** The button of an app that a reader knows by its text, `null` when it is not to be seen. */
export function buttonOf(app: Element, text: string): HTMLButtonElement | null {
  const buttons = [...(app.shadowRoot as ShadowRoot).querySelectorAll<HTMLButtonElement>('button')];
  return (
    buttons.find((button) => button.textContent?.trim() === text && button.getClientRects().length > 0) ??
    null
  );
}

/** Sets a component's value as the user would: `input`, then `change`. */
export function edit(component: Component, value: unknown): void {
  component.value = value;
  for (const name of ['input', 'change'])
    component.dispatchEvent(new CustomEvent(name, { detail: { value }, bubbles: true, composed: true }));
}

/** Resolves with the outcome when a run of the app's binding ends, and no other is on. */
export function runEnded(app: RivInterface): Promise<string> {
  const binding = app.binding as Binding;
  return new Promise((resolve) => {
    const look = (event: Event) => {
      if (binding.running) return;
      binding.removeEventListener('end', look);
      resolve((event as CustomEvent<{ outcome: string }>).detail.outcome);
    };
    binding.addEventListener('end', look);
  });
}

/** Puts HTML into the page, and waits for the first app in it. */
export async function pageWith<App extends AppElement>(html: string): Promise<App> {
  const place = document.createElement('div');
  document.body.append(place);
  place.innerHTML = html;
  const app = place.querySelector<App>('riv-interface, riv-blocks, riv-chat-interface') as App;
  await app.ready;
  await app.updateComplete;
  return app;
}
