/**
 * Opens the three widgets of a site as a reader would: first load, a calculation, Stop, the camera, dark, away and back.
 */

/** Milliseconds for each thing that is waited for. */
const PATIENCE = 60_000;

/** @returns {Promise<string[]>} what was not as it should be. */
export async function driveWidgets(browser, url, { pages: [widgets, other], clientSide, dark }) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const problems = [];
  page.on('pageerror', (error) => problems.push(`thrown: ${error}`));
  page.on('console', (message) => {
    const { url: from = '' } = message.location();
    if (
      ['warn', 'error'].includes(message.type()) &&
      (/riv/i.test(message.text()) || from.includes('rivulet'))
    )
      problems.push(`${message.type()}: ${message.text()}`);
  });
  await page.evaluateOnNewDocument(watch);
  const wait = (what, test, ...args) =>
    page.waitForFunction(test, { timeout: PATIENCE, polling: 100 }, ...args).catch(() => {
      throw new Error(`waited in vain for ${what}`);
    });
  try {
    await page.goto(url + widgets, { waitUntil: 'load' });
    await wait('the apps', () => document.querySelector('#flip')?.isReady);
    await calmed(page);
    const shifted = await page.evaluate(() => globalThis.shifted);
    if (shifted >= 0.02) problems.push(`the page moved by ${shifted.toFixed(3)}, expected less than 0.02`);
    await calculate(page, wait);
    await stop(page, wait);
    await film(page, wait);
    await darken(page, dark, problems);
    await page.evaluate(() => {
      globalThis.stayed = true;
    });
    await follow(page, other);
    await wait(
      'the other page',
      () => !document.querySelector('#calc') && document.readyState === 'complete',
    );
    if (clientSide) {
      if (!(await page.evaluate(() => globalThis.stayed))) problems.push('the link loaded the page anew');
      await wait('the end of the camera', () =>
        globalThis.tracks.every(({ readyState }) => readyState === 'ended'),
      );
      for (let turn = 0; page.workers().length > 0; turn++) {
        if (turn > 100) throw new Error(`${page.workers().length} workers were left`);
        await calmed(page);
      }
    }
    await follow(page, widgets);
    await wait('the apps, back again', () => document.querySelector('#flip')?.isReady);
    await calculate(page, wait);
  } catch (error) {
    problems.push(error.message);
  }
  return problems;
}

/** In the page, before all else: its shifts, and the tracks of its cameras. */
function watch() {
  globalThis.shifted = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries())
      if (!hadRecentInput) globalThis.shifted += value;
  }).observe({ type: 'layout-shift', buffered: true });
  globalThis.tracks = [];
  const { mediaDevices } = navigator;
  const own = mediaDevices?.getUserMedia.bind(mediaDevices);
  if (own)
    mediaDevices.getUserMedia = async (wishes) => {
      const stream = await own(wishes);
      globalThis.tracks.push(...stream.getTracks());
      return stream;
    };
}

/** A few frames later. */
const calmed = (page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
  });

/** Drives an app, with the test kit of the built package. @returns {Promise<unknown>} what the last call gives */
const driven = (page, app, ...calls) =>
  page.evaluate(
    async (app, calls, timeout) => {
      const { drive } = await import('/rivulet/testing.js');
      const driver = drive(document.querySelector(app), { timeout });
      let given;
      for (const [name, ...args] of calls) given = await driver[name](...args);
      return given;
    },
    app,
    calls,
    PATIENCE / 1000,
  );

async function calculate(page, wait) {
  await driven(page, '#calc', ['set', 'a', 40]);
  await wait('40 + 3', () => document.querySelector('#calc riv-number[slot=output]').value === 43);
  await page.evaluate(() => {
    document.querySelector('#calc riv-number[slot=output]').value = null;
  });
}

async function stop(page, wait) {
  await driven(page, '#count', ['press', 'Submit']);
  await wait('the first yields', () => document.querySelector('#count riv-number').value > 3);
  await driven(page, '#count', ['press', 'Stop'], ['idle']);
}

async function film(page, wait) {
  await driven(page, '#flip', ['record', 'camera']);
  await wait(
    'frames of the camera',
    () => document.querySelector('#flip riv-image').streamStats?.delivered > 5,
  );
}

async function darken(page, dark, problems) {
  const colour = () => page.evaluate(() => getComputedStyle(document.querySelector('#calc')).color);
  const before = await colour();
  await page.evaluate(dark);
  for (let turn = 0; turn < 20 && (await colour()) === before; turn++) await calmed(page);
  if ((await colour()) === before) problems.push('the app did not become dark with its page');
}

/** Presses a link to this page. */
const follow = (page, path) =>
  page.evaluate((path) => {
    const name = path.replace(/\.html$|\/$/, '');
    const link = [...document.querySelectorAll('a')].find(
      (each) => each.pathname.replace(/\.html$|\/$/, '') === name,
    );
    link.click();
  }, path);
