/** @file Chooses which of the two cores a page may have, and downloads its files. */

import { AssetError } from '../../../src/shared/errors.ts';
import type { EnginePlaces } from '../../../src/shared/engines.ts';
import { asset, assetFrom, dropAsset, type Watch } from '../assets/asset.ts';
import type { CoreCode } from './thread/core-types.ts';

/** The core with one thread, and the one with several. */
export type CoreKind = 'ffmpeg' | 'ffmpeg-mt';

/** Bytes of the wasm of the cores that this build was made with: a compressed answer does not say. */
const SIZES = { ffmpeg: 32_232_419, 'ffmpeg-mt': 32_718_323 };

/**
 * Processors that ffmpeg counts at most. It starts some five threads for each, of which the core has 32 in store: most runs
 * get by with them.
 */
const MOST_CORES = 4;

/**
 * Processors that ffmpeg may count: one is left to the page. Where there are fewer than its threads, VP8 takes several times
 * as long as with one, since they wait for each other without resting.
 */
const cores = () => Math.min(MOST_CORES, navigator.hardwareConcurrency - 1);

/**
 * Returns whether the page may have several threads, and gains by them. It then needs 1 GB of shared memory. Firefox 153 does not
 * always start as many workers: only browsers of Chromium's family, known by what they say of themselves, have threads.
 */
export function threadsAreOfUse(): boolean {
  if (!globalThis.crossOriginIsolated || !('userAgentData' in navigator) || cores() < 2) return false;
  try {
    return !!new WebAssembly.Memory({ initial: 1, maximum: 2 ** 14, shared: true });
  } catch {
    return false;
  }
}

/** @throws {AssetError} when no folder has all files, or the wasm is none, or none that the page may run. */
export async function download(
  kind: CoreKind,
  folders: EnginePlaces['folders'],
  watch: Watch,
): Promise<CoreCode> {
  const { folder, bytes } = await assetFrom(
    folders[kind] ?? [],
    'ffmpeg-core.js',
    { what: "ffmpeg's script" },
    watch,
  );
  const file = (ending: string, what: string, size?: number) =>
    asset(`${folder}ffmpeg-core.${ending}`, { what: `ffmpeg's ${what}`, ...(size && { size }) }, watch);
  const text = (each: Uint8Array) => new TextDecoder().decode(each);
  const several = kind === 'ffmpeg-mt';
  const threads = several && {
    script: text(await file('worker.js', 'script for threads')),
    cores: cores(),
  };
  const wasm = await compile(`${folder}ffmpeg-core.wasm`, await file('wasm', 'wasm', SIZES[kind]));
  return { script: text(bytes), url: `${folder}ffmpeg-core.js`, wasm, ...(threads && { threads }) };
}

async function compile(url: string, binary: Uint8Array): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(binary as BufferSource);
  } catch (cause) {
    await dropAsset(url);
    const { message } = cause as Error;
    // Chromium names the word that is missing, others only the policy.
    const advice = /CSP|Content.Security/i.test(message) && !message.includes('unsafe-eval');
    const words = advice ? `${message}: script-src must allow 'wasm-unsafe-eval'` : message;
    throw new AssetError(`${url} cannot be used: ${words}`, { url, status: 200, cause });
  }
}
