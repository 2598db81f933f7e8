import { testDemos } from '../helpers/demos.ts';

await testDemos('plots');
