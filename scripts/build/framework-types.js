/** From the custom elements manifest: what TypeScript is told of the tags in JSX, and in Vue's templates. */

/**
 * The declarations, by the names of their files in dist/types/.
 *
 * @param manifest the custom elements manifest.
 * @param {Map<string, string>} names the public names of the elements, by the names of their classes.
 * @returns {Record<string, string>}
 */
export function frameworkTypes(manifest, names) {
  const elements = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName, name }) => tagName && names.has(name))
    .map(({ tagName, attributes = [] }) => ({
      tag: tagName,
      attributes: attributes.filter(({ name, fieldName }) => name !== fieldName).map(({ name }) => name),
    }))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1));
  const tags = (type) => elements.map(({ tag }) => `      '${tag}': ${type}<'${tag}'>;`).join('\n');
  return {
    'jsx.d.ts': `import type {} from './src/index.ts';
import type { Properties } from './src/components/base/base.ts';
import type { EventsOf } from './src/page/element-types.ts';

/** The attributes that are not spelled as their properties are. */
export interface Attributes {
${elements.map(({ tag, attributes }) => `  '${tag}': ${attributes.map((name) => `'${name}'`).join(' | ') || 'never'};`).join('\n')}
}

/** The elements, by their tags. */
export type Elements = Pick<HTMLElementTagNameMap, keyof Attributes>;

/** What can be set on an element: its properties, and its attributes as in HTML. */
export type Props<Tag extends keyof Elements> = Properties<Elements[Tag]> & {
  [Name in Attributes[Tag]]?: string | number | boolean | null | undefined;
};

/** The listeners of an element: the event's name, in its own spelling, behind a prefix such as \`on\`. */
export type Listeners<Tag extends keyof Elements, Prefix extends string = 'on'> = {
  [Name in string & keyof EventsOf<Elements[Tag]> as \`\${Prefix}\${Name}\`]?: (
    event: EventsOf<Elements[Tag]>[Name] & { readonly currentTarget: Elements[Tag] },
  ) => unknown;
};

/** For a framework that has no entry of its own: \`interface IntrinsicElements extends RivuletElements {}\`. */
export type RivuletElements<Common = { id?: string; class?: string; style?: string; slot?: string; children?: unknown }> = {
  [Tag in keyof Elements]: Props<Tag> & Listeners<Tag> & Common;
};
`,
    'react.d.ts': jsx(
      'react',
      'on',
      'DetailedHTMLProps<HTMLAttributes<Elements[Tag]>, Elements[Tag]>',
      tags('ElementProps'),
      "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
    ),
    'preact.d.ts': jsx(
      'preact',
      'on',
      // Those of a div: the type that they are called by lies elsewhere in Preact 10 than in 11.
      "Omit<JSX.IntrinsicElements['div'], 'ref'> & ClassAttributes<Elements[Tag]>",
      tags('ElementProps'),
      "import type { ClassAttributes, JSX } from 'preact';",
    ),
    'solid.d.ts': jsx(
      'solid-js',
      'on:',
      'JSX.HTMLAttributes<Elements[Tag]>',
      tags('ElementProps'),
      "import type { JSX } from 'solid-js';\nimport type { Attributes } from './jsx.ts';\nimport type { Properties } from './src/components/base/base.ts';",
      // As Solid lets say that a property is meant, or an attribute.
      ` & {
  [Name in string & keyof Properties<Elements[Tag]> as \`prop:\${Name}\`]?: Properties<Elements[Tag]>[Name];
} & {
  [Name in Attributes[Tag] | (string & keyof Properties<Elements[Tag]>) as \`attr:\${Name}\`]?: string | number | boolean | null;
} & {
  [Name in Attributes[Tag] | (string & keyof Properties<Elements[Tag]>) as \`bool:\${Name}\`]?: boolean;
}`,
    ),
    'vue.d.ts': `import type { HTMLAttributes, PublicProps } from 'vue';
import type { EventsOf } from './src/page/element-types.ts';
import type { Elements, Props } from './jsx.ts';

type Own<Tag extends keyof Elements> = Props<Tag> & {
  [Name in string & keyof EventsOf<Elements[Tag]> as \`on\${Capitalize<Name>}\`]?: (event: EventsOf<Elements[Tag]>[Name]) => unknown;
};

type ElementOf<Tag extends keyof Elements> = new () => Elements[Tag] & {
  $props: Own<Tag> & Omit<HTMLAttributes, keyof Own<Tag>> & PublicProps;
};

declare module 'vue' {
  interface GlobalComponents {
${tags('ElementOf')}
  }
}
`,
  };
}

const jsx = (module, prefix, common, tags, imports, more = '') => `${imports}
import type { Elements, Listeners, Props } from './jsx.ts';

type Own<Tag extends keyof Elements> = Props<Tag> & Listeners<Tag, '${prefix}'>${more};

type ElementProps<Tag extends keyof Elements> = Own<Tag> & Omit<${common}, keyof Own<Tag>>;

declare module '${module}' {
  namespace JSX {
    interface IntrinsicElements {
${tags}
    }
  }
}
`;
