/** Brings a browser to a machine that has none. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir, findBrowser, spoken, variable } from './find.js';
import { Told, run } from '../node/run.js';

/** Milliseconds without a byte after which a download is given up. */
const SILENCE = 30_000;

/**
 * Finds a browser, or fetches one: into the project's cache where the network allows, else from the system's packages where
 * that may be done.
 *
 * @param {import('./find.js').BrowserName} browser
 * @returns {Promise<string>} its executable.
 * @throws {Told} when there is none to be had, with what was tried.
 */
export async function ensureBrowser(browser) {
  const here = findBrowser(browser);
  if (here) return here;
  console.log(`${spoken(browser)} was not found; fetching one…`);
  const tried = [];
  for (const way of [download, installPackage]) {
    try {
      await way(browser);
      const found = findBrowser(browser);
      if (found) return found;
      tried.push(`${way.label}: what came does not start`);
    } catch (error) {
      tried.push(`${way.label}: ${reason(error)}`);
    }
  }
  throw new Told(
    [
      `${spoken(browser)} was not found on this machine, and could not be fetched:`,
      ...tried.map((line) => `  - ${line}`),
      `Install one, or set ${variable(browser)} to the executable of one.`,
    ].join('\n'),
  );
}

async function download(browser) {
  const { Browser, detectBrowserPlatform, install, resolveBuildId } = await import('@puppeteer/browsers');
  const kind = browser === 'firefox' ? Browser.FIREFOX : Browser.CHROME;
  const platform = detectBrowserPlatform();
  if (!platform) throw new Error(`there is no build for ${process.platform} ${process.arch}`);
  // What a download that was interrupted has left does not start, and would be in the way.
  await rm(join(cacheDir, kind), { recursive: true, force: true });
  await unlessSilent(async (alive, come) => {
    const buildId = await resolveBuildId(kind, platform, 'stable');
    alive();
    const told = (bytes, all) => (bytes < all ? alive() : come());
    const options = { cacheDir, browser: kind, platform, buildId, downloadProgressCallback: told };
    // The libraries that it needs, where this process may install packages.
    await install({ ...options, installDeps: process.getuid?.() === 0 && kind === Browser.CHROME });
  });
}
download.label = "download into the project's folder .cache";

/** Gives up a download that stands still, until all of it has come. */
async function unlessSilent(start) {
  let timer;
  try {
    await new Promise((resolve, reject) => {
      const alive = () => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(new Error(`no answer for ${SILENCE / 1000} s`)), SILENCE);
      };
      alive();
      start(alive, () => clearTimeout(timer)).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Debian, Ubuntu and their kin. */
async function installPackage(browser) {
  if (process.platform !== 'linux') throw new Error('there is no apt-get on this system');
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = async (...args) => {
    const [command, ...rest] = [...root, 'apt-get', '-q', ...args];
    const code = await run(command, rest, { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
    if (code !== 0) throw new Error(`${[command, ...rest].join(' ')} failed`);
  };
  await apt('update');
  const packages = browser === 'firefox' ? ['firefox-esr', 'firefox'] : ['chromium', 'chromium-browser'];
  const install = (name) => apt('install', '-y', '--no-install-recommends', name);
  await install(packages[0]).catch(() => install(packages[1]));
}
installPackage.label = 'apt-get';

function reason(error) {
  if (error.syscall?.startsWith('spawn')) return `${error.path} cannot be run here`;
  return error.cause?.message ?? error.message ?? String(error);
}
