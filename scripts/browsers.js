/** Where the browsers are and how tests start them: no window, no sound, a made-up camera and microphone. */
import { existsSync } from 'node:fs';

const chromiumPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];
const firefoxPaths = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:/Program Files/Mozilla Firefox/firefox.exe',
];

/** @returns {string} path of Chromium or Chrome; `CHROMIUM_PATH` comes first. */
export function findChromium() {
  return find('Chromium', process.env.CHROMIUM_PATH, chromiumPaths);
}

/** @returns {string} path of Firefox; `FIREFOX_PATH` comes first. */
export function findFirefox() {
  return find('Firefox', process.env.FIREFOX_PATH, firefoxPaths);
}

function find(name, wished, paths) {
  const found = [wished, ...paths].find((path) => path && existsSync(path));
  if (!found) throw new Error(`${name} was not found; set ${name.toUpperCase()}_PATH to its executable.`);
  return found;
}

/** Options for puppeteer's `launch` of Chromium. */
export function chromiumOptions() {
  return {
    executablePath: findChromium(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      '--mute-audio',
      '--use-fake-device-for-media-stream=fps=30',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  };
}

/** Options for puppeteer's `launch` of Firefox. */
export function firefoxOptions() {
  return {
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    extraPrefsFirefox: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'media.autoplay.default': 0,
      'media.autoplay.blocking_policy': 0,
    },
  };
}
