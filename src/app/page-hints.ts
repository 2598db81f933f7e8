/** @file Shows hints in the page while it is being made, and looks for mistakes once it has been parsed. */

import { live } from '../bind/binding/binding.ts';
import { developing } from '../bridge/configure.ts';
import { checkSoon } from '../components/hints/check.ts';
import type { Hint } from '../components/hints/hint.ts';
import { isFirstCopy } from '../page/copies.ts';
import { lazy } from '../page/lazy.ts';
import { parsed } from './parsed.ts';
import { rehearse } from './hints/rehearse.ts';

// Mistakes are told in the page while it is being made; the console has them always.
if (typeof document !== 'undefined' && isFirstCopy) {
  document.addEventListener('riv-hint', ({ detail }: CustomEventInit<Hint>) => {
    if (developing())
      lazy(() => import('./hints/hints-bar.ts')).then(({ showHint }) => showHint(detail!), console.error);
  });
  // Tags that nothing defines call nobody.
  void parsed().then(() => {
    checkSoon();
    rehearse(live);
  });
}
