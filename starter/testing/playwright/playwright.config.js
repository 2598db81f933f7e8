import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests',
  use: {
    baseURL: 'http://localhost:5173',
    launchOptions: {
      // Where Chromium is not the one that `npx playwright install chromium` fetches.
      executablePath: process.env.CHROME_PATH,
      // A microphone is heard without a click before.
      args: ['--autoplay-policy=no-user-gesture-required'],
    },
  },
  webServer: { command: 'npm start', url: 'http://localhost:5173', reuseExistingServer: true },
});
