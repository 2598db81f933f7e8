/** @file The types of what is used of highlight.js, whose builds for browsers come without. */

declare module '@highlightjs/cdn-assets/es/core.min.js' {
  const hljs: {
    registerLanguage(name: string, language: unknown): void;
    getLanguage(name: string): object | undefined;
    highlight(code: string, options: { language: string; ignoreIllegals?: boolean }): { value: string };
  };
  export default hljs;
}

declare module '@highlightjs/cdn-assets/es/languages/*' {
  const language: unknown;
  export default language;
}
