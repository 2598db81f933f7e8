import { AssetError } from './errors.ts';

/**
 * Loads a part of the library that nobody needs before its first use. A failure is not remembered.
 *
 * @param load - The `import()`, written out for bundlers to see.
 * @throws {AssetError} in words for the user; the browser's own error is its `cause`.
 */
export async function part<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    const { message } = cause as Error;
    const words = 'A part of Rivulet could not be loaded. Check the connection, then try again.';
    throw new AssetError(`${words} (${message})`, { url: /\S+:\/\/\S+/.exec(message)?.[0] ?? '', cause });
  }
}
