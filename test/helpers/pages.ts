import { once, until } from './wait.ts';

/** A page in a frame of the test's page, as a reader would use it. */
export interface Page {
  readonly frame: HTMLIFrameElement;
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** What the page has said on its console or thrown, as `error: …`, `warn: …`, `thrown: …`. */
  problems(): string[];
  /** The first element of a selector, once it is there. */
  find<E extends HTMLElement = Component>(selector: string): Promise<E>;
  /** Presses the button of this name, once it is there and can be seen. */
  press(name: RegExp | string): Promise<void>;
  close(): void;
}

/** What tests of pages use of a component. */
export type Component = HTMLElement & {
  value: unknown;
  status: { stage: string };
  streamStats: { delivered: number; fps: number };
  streamState: string;
  toBlob(type?: string): Promise<Blob | null>;
};

/** Opens a page of this server, without its scripts when `scripts` is false. The caller closes it. */
export async function openPage(path: string, width = 1000, scripts = true): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.style.cssText = `position: fixed; inset: 0; width: ${width}px; height: 900px; border: 0;`;
  frame.allow = 'camera; microphone';
  if (!scripts) frame.sandbox.add('allow-same-origin');
  const loaded = once(frame, 'load');
  const url = new URL(path, location.href);
  url.searchParams.set('watch', '');
  frame.src = url.href;
  document.body.append(frame);
  await loaded;
  const window = frame.contentWindow as Page['window'];
  const page: Page = {
    frame,
    window,
    document: window.document,
    problems: () => (window as unknown as { problems: string[] }).problems,
    find: async (selector) => (await until(() => window.document.querySelector(selector), selector)) as never,
    press: async (name) => {
      const button = await until(
        () => buttons(window.document).find((each) => isCalled(each, name)),
        `a button ${name}`,
      );
      button.click();
    },
    close: () => frame.remove(),
  };
  return page;
}

/** All buttons that can be seen, in shadow trees too. */
export function buttons(root: Document | ShadowRoot): HTMLButtonElement[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.localName === 'button' && element.checkVisibility() ? [element as HTMLButtonElement] : []),
    ...(element.shadowRoot ? buttons(element.shadowRoot) : []),
  ]);
}

function isCalled(button: HTMLButtonElement, name: RegExp | string): boolean {
  const text = button.getAttribute('aria-label') || button.textContent?.trim() || '';
  return typeof name === 'string' ? text === name : name.test(text);
}

/** Writes into the text field of a component as a user does. */
export function write(component: HTMLElement, text: string): void {
  const field = component.shadowRoot!.querySelector<HTMLInputElement>('input, textarea, select')!;
  field.value = text;
  const { Event: PageEvent } = component.ownerDocument.defaultView!;
  for (const name of ['input', 'change'])
    field.dispatchEvent(new PageEvent(name, { bubbles: true, composed: true }));
}

/** Picks a choice of a Radio or a CheckboxGroup. */
export function pick(component: HTMLElement, choice: string): void {
  const labels = [...component.shadowRoot!.querySelectorAll('label')];
  labels.find((label) => label.textContent?.trim() === choice)!.click();
}

/** The picture that a component shows, as pixels; `null` when it shows none. */
export async function pixels(component: Component): Promise<ImageData | null> {
  const blob = await component.toBlob('image/png');
  if (!blob) return null;
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

/** Notes `value` with each `event` of an element, and when, in seconds from now. */
export function follow(component: Component, event = 'change'): { value: unknown; at: number }[] {
  const seen: { value: unknown; at: number }[] = [];
  const start = performance.now();
  component.addEventListener(event, () =>
    seen.push({ value: component.value, at: (performance.now() - start) / 1000 }),
  );
  return seen;
}
