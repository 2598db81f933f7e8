/**
 * Writes every character beyond ASCII as an escape: a classic script is read in the encoding of its page, which says
 * UTF-8 only when its author has thought of it.
 */
export function asciiOnly() {
  const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return {
    name: 'ascii-only',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/[^\0-\x7f]/g, escaped);
      },
    },
  };
}
