/** What the manifest's analyzer does not know of the library: its own decorator, and its names of attributes. */

/**
 * Takes `@element('riv-x')` for the definition of `<riv-x>`, and what its doc comment says after `@input` and `@output`
 * for what a handler is given of its value, and what it may return.
 */
export function elementDecorator() {
  return {
    name: 'element-decorator',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isClassDeclaration(node)) return;
      for (const { expression } of ts.getDecorators?.(node) ?? []) {
        if (!ts.isCallExpression(expression) || expression.expression.getText() !== 'element') continue;
        const declaration = moduleDoc.declarations?.find(({ name }) => name === node.name?.getText());
        if (!declaration) continue;
        declaration.tagName = expression.arguments[0].text;
        declaration.customElement = true;
        for (const { tagName, comment } of ts.getJSDocTags(node))
          if (/^(input|output)$/.test(tagName.text))
            declaration[tagName.text] = ts.getTextOfJSDocComment(comment);
        moduleDoc.exports = [
          ...(moduleDoc.exports ?? []),
          {
            kind: 'custom-element-definition',
            name: declaration.tagName,
            declaration: { name: declaration.name, module: moduleDoc.path },
          },
        ];
      }
    },
  };
}

/** `streamEvery` is the attribute `stream-every`; what is not public is left out. */
export function kebabAttributes() {
  const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return {
    name: 'kebab-attributes',
    packageLinkPhase({ customElementsManifest }) {
      const declarations = customElementsManifest.modules.flatMap((module) => module.declarations ?? []);
      for (const declaration of declarations) {
        // Events found in the code, under the name of a variable or for the library's own use, are no public ones.
        if (declaration.events)
          declaration.events = declaration.events.filter(({ description }) => description);
        if (!declaration.members) continue;
        declaration.members = declaration.members.filter(
          ({ name, privacy }) => (privacy ?? 'public') === 'public' && !/^[#[]/.test(name),
        );
        for (const member of declaration.members) {
          if (member.attribute) member.attribute = kebab(member.attribute);
        }
        for (const attribute of declaration.attributes ?? []) {
          if (attribute.name) attribute.name = kebab(attribute.name);
          if (attribute.fieldName) attribute.name ??= kebab(attribute.fieldName);
        }
      }
      for (const module of customElementsManifest.modules) {
        const shown = new Set(
          (module.exports ?? []).map(({ declaration, name }) => declaration?.name ?? name),
        );
        module.declarations = (module.declarations ?? []).filter(({ name }) => shown.has(name));
      }
    },
  };
}
