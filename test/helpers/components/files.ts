import { once, until } from '../wait.ts';

/** A file of some text. */
export const textFile = (name: string, text = name, type = 'text/plain'): File =>
  new File([text], name, { type });

/** What a user drops or pastes. */
export function transferOf(...files: File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

/** Picks files as the browser's dialog does; resolves with the `change` or the `error` that follows. */
export async function pickFiles(host: Element, ...files: File[]): Promise<CustomEvent> {
  const picker = await until(
    () => host.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]'),
    'a picker',
  );
  const answered = Promise.race([once(host, 'change'), once(host, 'error')]);
  picker.files = transferOf(...files).files;
  picker.dispatchEvent(new Event('change'));
  return answered;
}

/** Drops what a transfer holds; returns false where it is taken. */
export function drop(host: Element, dataTransfer: DataTransfer | object): boolean {
  const event = new Event('drop', { bubbles: true, cancelable: true, composed: true });
  return host
    .shadowRoot!.querySelector('[part~=surface]')!
    .dispatchEvent(Object.assign(event, { dataTransfer }));
}

/** A folder as the browser tells of it; `tree` holds texts, and further folders. */
export function folderEntry(name: string, tree: Record<string, unknown>, path = `/${name}`): object {
  const entries = Object.entries(tree).map(([each, inside]) =>
    typeof inside === 'string'
      ? {
          isFile: true,
          isDirectory: false,
          name: each,
          fullPath: `${path}/${each}`,
          file: (resolve: (file: File) => void) => resolve(textFile(each, inside)),
        }
      : folderEntry(each, inside as Record<string, unknown>, `${path}/${each}`),
  );
  return {
    isFile: false,
    isDirectory: true,
    name,
    fullPath: path,
    createReader: () => {
      const batches = [...entries.map((entry) => [entry]), []];
      return { readEntries: (resolve: (batch: object[]) => void) => resolve(batches.shift() ?? []) };
    },
  };
}

/** A dropped folder. */
export const droppedFolder = (entry: object): object => ({
  types: ['Files'],
  files: [],
  items: [{ kind: 'file', webkitGetAsEntry: () => entry }],
});

/** What a File lists: name and size of each. */
export const listed = (host: Element): string[] =>
  [...host.shadowRoot!.querySelectorAll('[part=file]')].map((row) =>
    [...row.querySelectorAll('.words, .bytes')].map((each) => each.textContent!.trim()).join(' '),
  );

/** The link that downloads a file. */
export const downloadOf = (host: Element, name: string): HTMLAnchorElement | null =>
  host.shadowRoot!.querySelector<HTMLAnchorElement>(`a[aria-label="Download ${name}"]`);

/** Notes what a page has the browser save, in place of saving it; `restore` ends that. */
export function watchSaves(page: Window & typeof globalThis = window): {
  names: string[];
  files: Promise<Blob>[];
  restore(): void;
} {
  const { prototype } = page.HTMLAnchorElement;
  const { click } = prototype;
  const names: string[] = [];
  const files: Promise<Blob>[] = [];
  prototype.click = function () {
    names.push(this.download);
    files.push(fetch(this.href).then((response) => response.blob()));
  };
  return { names, files, restore: () => (prototype.click = click) };
}
