/** @file The script of a core, as a module that workers can import. */

/** The script of a core, as a module that workers can import. */
export class Script<Module> {
  readonly #blob: string;
  readonly #file: string;
  /** Where it was imported from. */
  url: string;

  /** @param file - the URL that the text came from. */
  constructor(text: string, file: string) {
    this.#blob = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    this.#file = file;
    this.url = this.#blob;
  }

  /** Under a policy that allows no code from blobs, it is the file that the text came from. */
  import(): Promise<Module> {
    const load = (url: string): Promise<Module> => import(/* @vite-ignore */ url);
    return load(this.#blob).catch(() => load((this.url = this.#file)));
  }

  revoke(): void {
    URL.revokeObjectURL(this.#blob);
  }
}
