import { executeServerCommand } from '@web/test-runner-commands';

/** True where a test can have the browser collect garbage: Chromium, which the runner drives by its own protocol. */
export const canCollect = 'userAgentData' in navigator;

/** Collects garbage, and tells what is left on the page: numbers of nodes and of listeners. */
export const collect = (): Promise<{ nodes: number; listeners: number }> =>
  executeServerCommand('collect-garbage');

/** Collects until none of these is left. @throws after twenty seconds, naming what is still there */
export async function gone(refs: readonly WeakRef<object>[]): Promise<void> {
  for (const end = performance.now() + 20_000; ; ) {
    await collect();
    const left = refs.map((ref) => ref.deref()).filter((each) => each !== undefined);
    if (left.length === 0) return;
    if (performance.now() > end)
      throw new Error(`kept: ${left.map((each) => (each as Element).localName ?? each.constructor.name)}`);
    left.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The addresses of blobs and streams that were made and not given up. */
export function watchUrls(): { left: Set<string>; restore(): void } {
  const left = new Set<string>();
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (object) => {
    const url = createObjectURL(object);
    left.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    left.delete(url);
    revokeObjectURL(url);
  };
  return { left, restore: () => Object.assign(URL, { createObjectURL, revokeObjectURL }) };
}
