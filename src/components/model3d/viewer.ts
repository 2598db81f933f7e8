/** @file Loads what draws models: `<model-viewer>`, in a bundle of its own. */

import '@google/model-viewer/dist/model-viewer.min.js';

/** What is used of a `<model-viewer>`. */
export interface Viewer extends HTMLElement {
  src: string | null;
  alt: string | null;
  cameraControls: boolean;
  cameraOrbit: string;
  readonly loaded: boolean;
  readonly updateComplete: Promise<unknown>;
}

/** The settings of the class, for all of them. */
interface ViewerClass {
  dracoDecoderLocation: string;
  ktx2TranscoderLocation: string;
  modelCacheSize: number;
}

/** Makes a viewer that fetches nothing but its model, and needs no style sheet in its markup. */
export function makeViewer(): Viewer {
  const type = customElements.get('model-viewer') as unknown as ViewerClass;
  // Else decoders of compressed files would come from a server of somebody else.
  const nowhere = new URL('decoders/', document.baseURI).href;
  type.dracoDecoderLocation = nowhere;
  type.ktx2TranscoderLocation = nowhere;
  type.modelCacheSize = 0; // by URL, and each file has one of its own
  const viewer = document.createElement('model-viewer') as Viewer;
  viewer.setAttribute('interaction-prompt', 'none');
  viewer.setAttribute('loading', 'eager');
  viewer.cameraControls = true;
  return viewer;
}

/** Gives the styles of a viewer that is in the page to the browser as a sheet: a strict policy lets no others through. */
export function adoptOwnStyles({ shadowRoot }: Viewer): void {
  if (!shadowRoot || shadowRoot.adoptedStyleSheets.length > 0) return;
  shadowRoot.adoptedStyleSheets = [...shadowRoot.querySelectorAll('style')].map((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style.textContent ?? '');
    return sheet;
  });
}
