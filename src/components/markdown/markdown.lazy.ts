/** @file All that showing Markdown needs, in one bundle. */

export { MarkdownBody } from './body.ts';
export { dedent } from './parse.ts';
