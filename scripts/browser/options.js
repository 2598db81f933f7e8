/** How tests start browsers: no window, no sound, a made-up camera and microphone. */
import { findBrowser, spoken, variable } from './find.js';
import { Told } from '../node/run.js';

/** The executable of a browser. @throws {Told} when there is none. */
function executable(browser) {
  const found = findBrowser(browser);
  if (!found) throw new Told(`${spoken(browser)} was not found; set ${variable(browser)} to its executable.`);
  return found;
}

/** Options for puppeteer's `launch` of Chromium. @throws {Told} when there is none. */
export function chromiumOptions() {
  return {
    executablePath: executable('chromium'),
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

/** Options for puppeteer's `launch` of Firefox. @throws {Told} when there is none. */
export function firefoxOptions() {
  return {
    browser: 'firefox',
    executablePath: executable('firefox'),
    headless: true,
    extraPrefsFirefox: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'media.autoplay.default': 0,
      'media.autoplay.blocking_policy': 0,
    },
  };
}
