import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // More than drive() waits: then its words tell what was awaited.
    testTimeout: 20_000,
    browser: {
      enabled: true,
      headless: true,
      provider: playwright({
        launchOptions: {
          // Where Chromium is not the one that `npx playwright install chromium` fetches.
          executablePath: process.env.CHROME_PATH,
          // A microphone is heard without a click before.
          args: ['--autoplay-policy=no-user-gesture-required'],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
