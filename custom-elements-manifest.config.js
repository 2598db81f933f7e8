import { kebabAttributes, elementDecorator } from './scripts/build/manifest-plugins.js';

export default {
  globs: ['src/components/**/*.ts', 'src/layout/**/*.ts', 'src/app/**/*.ts'],
  litelement: true,
  packagejson: false,
  plugins: [elementDecorator(), kebabAttributes()],
};
