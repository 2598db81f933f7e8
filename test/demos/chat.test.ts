import { testDemos } from '../helpers/demos.ts';

await testDemos('chat');
