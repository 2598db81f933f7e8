/** @file Swipes a toast away. */

/** Pixels after which a swiped card goes. */
const FAR = 100;

/** Lets a finger push a card aside; calls `away` when it was pushed far enough. Mice have the close button. */
export function swipe(down: PointerEvent, away: () => void): void {
  const card = down.currentTarget as HTMLElement;
  if (down.pointerType === 'mouse') return;
  const done = new AbortController();
  const far = (event: PointerEvent): number => event.clientX - down.clientX;
  const end = (): void => {
    done.abort();
    card.style.transform = '';
    card.style.opacity = '';
  };
  const { signal } = done;
  card.addEventListener(
    'pointermove',
    (event) => {
      card.style.transform = `translateX(${far(event)}px)`;
      card.style.opacity = String(Math.max(0.2, 1 - Math.abs(far(event)) / (3 * FAR)));
    },
    { signal },
  );
  card.addEventListener(
    'pointerup',
    (event) => {
      end();
      if (Math.abs(far(event)) > FAR) away();
    },
    { signal },
  );
  card.addEventListener('pointercancel', end, { signal });
}
