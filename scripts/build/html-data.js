/** From the custom elements manifest: what editors need to complete and explain tags (VS Code's HTML data format). */
export function htmlData(manifest) {
  const elements = manifest.modules
    .flatMap((module) => module.declarations ?? [])
    .filter(({ tagName }) => tagName);
  return {
    version: 1.1,
    tags: elements.map((element) => ({
      name: element.tagName,
      description: text(element.description),
      attributes: (element.attributes ?? []).map(({ name, description, type }) => ({
        name,
        description: text(description),
        ...(type?.text === 'boolean' && { valueSet: 'v' }),
        ...(choices(type?.text) && { values: choices(type.text) }),
      })),
    })),
  };
}

const text = (description) => ({ kind: 'markdown', value: description ?? '' });

/** The values of a union of strings, or `undefined`. */
function choices(type = '') {
  const parts = type.split('|').map((part) => part.trim());
  const strings = parts.filter((part) => /^'[^']*'$/.test(part));
  const others = parts.filter((part) => !strings.includes(part) && part !== 'null' && part !== 'undefined');
  return strings.length && !others.length ? strings.map((part) => ({ name: part.slice(1, -1) })) : undefined;
}
