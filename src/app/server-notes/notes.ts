/** @file Sees where the inputs of an app go when they leave the page. */

import { bindingsIn } from '../../bind/binding/bindings-in.ts';
import { serverOf } from '../../bridge/server/gradio.ts';
import { closestApp } from '../../page/around.ts';
import { lazy } from '../../page/lazy.ts';

/** Says in the app where its inputs go, if they leave the page. What says it is loaded for those apps only. */
export function noteServers(app: HTMLElement): void {
  const servers = [...bindingsIn(app)]
    .filter(({ near }) => near instanceof Node && closestApp(near) === app)
    .map(({ options }) => serverOf(options.fn)?.app);
  const places = [...new Set(servers)].filter((place) => place !== undefined);
  const shown = app.shadowRoot?.querySelector('riv-server-note')?.places ?? [];
  if (String(places) !== String(shown))
    lazy(() => import('./server-note.ts')).then(({ note }) => note(app, places), console.error);
}
