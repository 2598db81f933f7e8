import { testDemos } from '../helpers/demos.ts';

await testDemos('building-blocks');
