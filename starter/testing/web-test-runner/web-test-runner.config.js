import { chromeLauncher } from '@web/test-runner-chrome';

export default {
  files: 'test/**/*.test.js',
  nodeResolve: true,
  // More than drive() waits: then its words tell what was awaited.
  testFramework: { config: { timeout: 20_000 } },
  browsers: [
    chromeLauncher({
      launchOptions: {
        // Where Chrome is not in its usual place.
        executablePath: process.env.CHROME_PATH,
        // A microphone is heard without a click before; --no-sandbox is for containers.
        args: ['--autoplay-policy=no-user-gesture-required', ...(process.env.CI ? ['--no-sandbox'] : [])],
      },
    }),
  ],
};
