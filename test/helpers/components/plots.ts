/** What tests of demos use of a plot. */
export type Plot = HTMLElement & { value: unknown; updateComplete: Promise<unknown> };

/** What a plot says of what it shows. */
export const said = (plot: Plot): string => plot.shadowRoot!.querySelector('#summary')?.textContent ?? '';

/** Brushes a plot, as a mouse does, from one share of its width to another. */
export function brush(plot: Plot, from: number, to: number): void {
  const area = plot.shadowRoot!.querySelector<HTMLElement>('[part=area]')!;
  const { PointerEvent } = area.ownerDocument.defaultView!;
  const { left, top, width } = area.getBoundingClientRect();
  area.setPointerCapture = () => undefined;
  const fire = (type: string, share: number) =>
    area.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        pointerId: 1,
        clientX: left + share * width,
        clientY: top + 20,
      }),
    );
  fire('pointerdown', from);
  fire('pointermove', (from + to) / 2);
  fire('pointermove', to);
  fire('pointerup', to);
}
