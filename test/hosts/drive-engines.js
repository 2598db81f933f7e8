/** Runs a handler with each engine in a page that a bundler has made. */

const EXPECTED = { video: 3, onnx: 1, ffmpeg: 0 };

/** @returns {Promise<string[]>} what was not as it should be. */
export async function driveEngines(browser, url) {
  const page = await browser.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(`thrown: ${error}`));
  page.on('console', (message) => {
    // Whether a folder has the files of an engine is found out by asking for them.
    if (['warn', 'error'].includes(message.type()) && !/Failed to load resource/.test(message.text()))
      problems.push(`${message.type()}: ${message.text()}`);
  });
  await page.goto(url);
  await page.waitForFunction(() => globalThis.engines, { timeout: 20_000 });
  const results = await page.evaluate(() => globalThis.engines());
  for (const [name, expected] of Object.entries(EXPECTED))
    if (results[name] !== expected) problems.push(`${name} gave ${results[name]}, expected ${expected}`);
  return problems;
}
