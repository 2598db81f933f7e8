import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';

const kit = createRequire(import.meta.url).resolve('rivulet/testing');

/** Loads the test kit into a page, whoever serves that: there it is `testing`. */
async function withTesting(page) {
  await page.route('**/rivulet-testing.js', (route) => route.fulfill({ path: kit }));
  await page.addScriptTag({
    type: 'module',
    content: `import * as testing from '/rivulet-testing.js'; globalThis.testing = testing;`,
  });
  await page.waitForFunction(() => globalThis.testing);
}

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await withTesting(page);
});

test('shows how bright the camera’s frames are', async ({ page }) => {
  const brightness = await page.evaluate(async () => {
    const { drive, fakeCamera } = globalThis.testing;
    const camera = fakeCamera({
      width: 64,
      height: 48,
      source: (context, n) => {
        context.fillStyle = n < 30 ? 'black' : 'white';
        context.fillRect(0, 0, 64, 48);
      },
    });
    const app = drive('riv-interface');
    const shown = app.outputs();
    await app.record('camera');
    for await (const { value } of shown) if (value > 240) break;
    await app.stop('camera');
    camera.restore();
    return app.output('brightness');
  });
  expect(brightness).toBeGreaterThan(240);
});

test('works with Playwright’s own hand', async ({ page }) => {
  await page.evaluate(() => globalThis.testing.fakeCamera({ width: 64, height: 48 }));
  await page.getByRole('button', { name: 'Webcam' }).click();
  await page.getByRole('button', { name: 'Record' }).click();
  // The picture is mirrored: its left half is blue.
  await expect(page.getByLabel('brightness')).toHaveValue(/^\d$/);
  await page.getByRole('button', { name: 'Stop' }).click();
});

test('says why there is no camera', async ({ page }) => {
  await page.evaluate(() => globalThis.testing.fakeCamera().deny());
  await page.getByRole('button', { name: 'Webcam' }).click();
  await expect(page.getByRole('alert')).toContainText('The camera may not be used here');
});
