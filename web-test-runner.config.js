import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { chromiumOptions, firefoxOptions } from './scripts/browser/options.js';
import { beside } from './scripts/wtr/beside.js';
import { counts } from './scripts/wtr/counts.js';
import { emptyModules } from './scripts/wtr/empty-modules.js';
import { garbage } from './scripts/wtr/garbage.js';
import { gradioServer } from './scripts/wtr/gradio-server.js';
import { inlineWorker } from './scripts/wtr/inline-worker.js';
import { nativeFFmpeg } from './scripts/wtr/native-ffmpeg.js';
import { openPage } from './scripts/wtr/open-page.js';
import { originRules, secondOrigin } from './scripts/wtr/origins.js';
import { packages } from './scripts/wtr/packages.js';
import { pages } from './scripts/wtr/pages.js';
import { types } from './scripts/wtr/types.js';

const firefox = process.env.TEST_BROWSER === 'firefox';
const isolated = process.env.TEST_ISOLATED === '1';

export default {
  files: 'test/**/*.test.ts',
  rootDir: '.',
  // Without `development`, Lit and others come as their users get them, without warnings.
  nodeResolve: { exportConditions: ['production', 'default'], browser: true },
  concurrency: 1,
  concurrentBrowsers: 1,
  middleware: [originRules({ isolated })],
  plugins: [
    emptyModules(),
    packages(),
    inlineWorker(),
    secondOrigin(),
    pages(),
    beside(),
    types(),
    nativeFFmpeg(),
    garbage(),
    gradioServer(),
    openPage(firefox ? firefoxOptions : chromiumOptions),
    // The tsconfig switches legacy decorators on; without it esbuild would compile the standard ones.
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: './tsconfig.json' }),
  ],
  reporters: [defaultReporter(), counts()],
  testFramework: { config: { timeout: 30_000 } },
  testsFinishTimeout: 300_000,
  browserStartTimeout: 60_000,
  browsers: [
    firefox
      ? puppeteerLauncher({ launchOptions: firefoxOptions() })
      : chromeLauncher({ launchOptions: chromiumOptions() }),
  ],
};
