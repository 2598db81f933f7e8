/** @file Finds the files in what was dropped, those in folders too. */

/** What was dropped: its files in order, and the names of folders that were not looked into. */
export interface Found {
  files: File[];
  folders: string[];
}

/** Bytes above which a file without a type is none of those that stand for a folder. */
const FOLDER_BYTES = 1 << 20;

/**
 * Returns the files in what was dropped. To be called while the event is on: later it says nothing more.
 *
 * @param inside - True looks into folders; otherwise they are named.
 */
export function filesIn(transfer: DataTransfer, inside: boolean): Promise<Found> {
  const items = [...(transfer.items ?? [])].filter(({ kind }) => kind === 'file');
  const dropped = items.map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile?.());
  return sort(items.length > 0 ? dropped : [...transfer.files], inside);
}

async function sort(
  dropped: readonly (FileSystemEntry | File | null | undefined)[],
  inside: boolean,
): Promise<Found> {
  const found: Found = { files: [], folders: [] };
  for (const each of dropped) {
    if (!each) continue;
    if (each instanceof Blob) {
      if (await isFolder(each)) found.folders.push(each.name);
      else found.files.push(each);
    } else if (each.isFile) found.files.push(await fileOf(each as FileSystemFileEntry));
    else if (inside) found.files.push(...(await filesBelow(each as FileSystemDirectoryEntry)));
    else found.folders.push(each.name);
  }
  return found;
}

/** The files in a folder and in those below it, each with its path. */
async function filesBelow(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const files: File[] = [];
  for (;;) {
    // A reader gives a hundred entries at most at a time.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return files;
    for (const entry of entries) {
      if (entry.isDirectory) files.push(...(await filesBelow(entry as FileSystemDirectoryEntry)));
      else {
        const file = await fileOf(entry as FileSystemFileEntry);
        const path = entry.fullPath.replace(/^\//, '');
        files.push(Object.defineProperty(file, 'webkitRelativePath', { value: path, configurable: true }));
      }
    }
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A folder comes as a small file without a type, of which not a byte can be read. */
async function isFolder(file: File): Promise<boolean> {
  if (file.type || file.size > FOLDER_BYTES) return false;
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => false,
      () => true,
    );
}
