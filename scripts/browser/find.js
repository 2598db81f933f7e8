/** Finds the browsers of this machine. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Told } from '../node/run.js';

/** Where browsers that were fetched lie. */
export const cacheDir = fileURLToPath(new URL('../../.cache/browsers', import.meta.url));

const browsers = {
  chromium: {
    name: 'Chromium, Chrome or Edge',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'chrome',
      'microsoft-edge',
      'microsoft-edge-stable',
      'msedge',
    ],
    mac: ['Chromium', 'Google Chrome', 'Google Chrome for Testing', 'Microsoft Edge'],
    windows: [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ],
    fetched: /^(chrome|chrome\.exe|Google Chrome for Testing)$/,
  },
  firefox: {
    name: 'Firefox',
    commands: ['firefox-esr', 'firefox'],
    mac: ['Firefox'],
    windows: ['Mozilla Firefox/firefox.exe'],
    fetched: /^(firefox|firefox\.exe)$/,
  },
};

/** @typedef {keyof typeof browsers} BrowserName */

/** What a reader would call a browser. */
export const spoken = (browser) => browsers[browser].name;

/** The environment variable that names the executable of a browser. */
export const variable = (browser) => `${browser.toUpperCase()}_PATH`;

/**
 * Finds a browser: the one that `CHROMIUM_PATH` or `FIREFOX_PATH` names, else one that is installed or on the PATH, else one
 * that was fetched.
 *
 * @param {BrowserName} browser
 * @returns {string | null} its executable.
 * @throws {Told} when the variable names a file that is not there.
 */
export function findBrowser(browser) {
  const wished = process.env[variable(browser)];
  if (wished && !existsSync(wished))
    throw new Told(`${variable(browser)} is ${wished}, where there is no file.`);
  return wished || [...places(browser)].find((path) => existsSync(path) && starts(path)) || null;
}

function* places(browser) {
  const { commands, mac, windows, fetched } = browsers[browser];
  const ending = process.platform === 'win32' ? '.exe' : '';
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean)];
  if (process.platform !== 'win32') folders.push('/usr/bin', '/usr/local/bin', '/snap/bin');
  for (const command of commands) for (const folder of folders) yield join(folder, command + ending);
  if (process.platform === 'darwin')
    for (const app of mac)
      for (const root of ['/', homedir()])
        yield join(root, `Applications/${app}.app/Contents/MacOS/`, macFile(app));
  if (process.platform === 'win32')
    for (const root of ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'])
      for (const path of windows) if (process.env[root]) yield join(process.env[root], path);
  yield* below(cacheDir, fetched);
}

const macFile = (app) => (app === 'Firefox' ? 'firefox' : app);

/** Executables by their name in a folder, however deep. */
function* below(folder, name) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && name.test(entry.name)) yield join(entry.parentPath ?? entry.path, entry.name);
}

/** False for the script that some systems have in place of a browser, and for one whose libraries are missing. */
function starts(path) {
  if (process.platform !== 'linux') return true;
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}
