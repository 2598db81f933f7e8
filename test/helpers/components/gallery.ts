/** The buttons of a Gallery's cells. */
export const cells = (host: Element): HTMLButtonElement[] => [
  ...host.shadowRoot!.querySelectorAll<HTMLButtonElement>('button.pick'),
];

/** The captions in the grid, empty for none. */
export const captions = (host: Element): string[] =>
  cells(host).map((cell) => cell.querySelector('[part~=caption]')?.textContent ?? '');

/** What the large view is called, `null` while there is none. */
export const previewOf = (host: Element): string | null =>
  host.shadowRoot!.querySelector('[role=dialog]')?.getAttribute('aria-label') ?? null;
