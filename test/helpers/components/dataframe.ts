import { sendKeys } from '@web/test-runner-commands';
import { RivDataframe } from '../../../src/components/dataframe/dataframe.ts';
import { mount } from '../page.ts';
import { until } from '../wait.ts';

/** Puts a Dataframe into the page, and waits until its grid is there. */
export async function mountTable(
  options: ConstructorParameters<typeof RivDataframe>[0],
  into?: Element,
): Promise<RivDataframe> {
  const host = await mount(new RivDataframe(options), into);
  await until(() => gridOf(host), 'the grid');
  await host.updateComplete;
  return host;
}

/** The grid, once it is drawn. */
export const gridOf = (host: HTMLElement): HTMLElement | null =>
  host.shadowRoot!.querySelector<HTMLElement>('[role=grid]');

const textOf = (element: Element): string => {
  const box = element.querySelector<HTMLInputElement>('input[type=checkbox]');
  return box ? String(box.checked) : (element.textContent ?? '').trim();
};

/** The names of the columns that are drawn. */
export const headersOf = (host: HTMLElement): string[] =>
  [...host.shadowRoot!.querySelectorAll('[role=columnheader] .name')].map(textOf);

/** The texts of the cells that are drawn, row by row. */
export const cellsOf = (host: HTMLElement): string[][] =>
  [...host.shadowRoot!.querySelectorAll('.body [role=row]')].map((row) =>
    [...row.querySelectorAll('[role=gridcell]')].map(textOf),
  );

/** A cell that is drawn; `row` −1 is the header. */
export const cellOf = (host: HTMLElement, row: number, column: number): HTMLElement =>
  host.shadowRoot!.querySelector<HTMLElement>(
    `[aria-rowindex="${row + 2}"] > [aria-colindex="${column + 1}"]:is([role=gridcell], [role=columnheader])`,
  )!;

/** Presses on a cell as a mouse does. */
export function pressCell(host: HTMLElement, row: number, column: number, more: PointerEventInit = {}): void {
  const given = { bubbles: true, composed: true, cancelable: true, button: 0, pointerType: 'mouse', ...more };
  cellOf(host, row, column).dispatchEvent(new PointerEvent('pointerdown', given));
  dispatchEvent(new PointerEvent('pointerup', given));
}

/** Waits until a cell has the keyboard. */
export const atCell = (host: HTMLElement, row: number, column: number): Promise<unknown> =>
  until(
    () => host.shadowRoot!.activeElement === cellOf(host, row, column),
    `the keyboard in row ${row}, column ${column}`,
  );

/** The box in which a cell is edited, once it has the keyboard. */
export const editorOf = (host: HTMLElement): Promise<HTMLTextAreaElement> =>
  until(() => {
    const box = host.shadowRoot!.querySelector<HTMLTextAreaElement>('.editor');
    return box && host.shadowRoot!.activeElement === box ? box : null;
  }, 'the box for editing');

/** Copies, cuts or pastes at what has the keyboard; gives what the clipboard holds then. */
export function clip(host: HTMLElement, type: 'copy' | 'cut' | 'paste', texts: Record<string, string> = {}) {
  const clipboardData = new DataTransfer();
  for (const [kind, text] of Object.entries(texts)) clipboardData.setData(kind, text);
  const event = new ClipboardEvent(type, { clipboardData, bubbles: true, composed: true, cancelable: true });
  host.shadowRoot!.activeElement!.dispatchEvent(event);
  return clipboardData;
}

/** Presses a key while another one is held. */
export async function pressWith(held: string, key: string): Promise<void> {
  await sendKeys({ down: held });
  await sendKeys({ press: key });
  await sendKeys({ up: held });
}
