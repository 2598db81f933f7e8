import { kebabAttributes, elementDecorator } from './scripts/manifest-plugins.js';

export default {
  globs: ['src/components/**/*.ts', 'src/layout/**/*.ts', 'src/app/**/*.ts'],
  litelement: true,
  packagejson: false,
  plugins: [elementDecorator(), kebabAttributes()],
};
