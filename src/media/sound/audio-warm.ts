/** @file Makes the first sound of a page start as quickly as later ones. */

const PRESSES = ['pointerdown', 'pointerup', 'keydown'];
let watching = false;

/**
 * Makes the first sound of a page start as quickly as later ones. The first audio context takes the browser a tenth of
 * a second, in which the page stands still: one is made, and closed, while the user presses for the first time, not
 * when sound is there to be heard. Not before: browsers complain of sound that nobody has asked for.
 */
export function warmOnPress(): void {
  if (watching) return;
  watching = true;
  const warm = () => {
    if (navigator.userActivation?.hasBeenActive === false) return;
    for (const name of PRESSES) removeEventListener(name, warm, true);
    // The press itself is shown first.
    setTimeout(() => void new AudioContext().close().catch(() => undefined));
  };
  for (const name of PRESSES) addEventListener(name, warm, true);
  if (navigator.userActivation?.hasBeenActive) warm();
}
