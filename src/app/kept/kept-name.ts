/** @file Names an app in what the browser keeps. */

/** What an app is called by. */
interface Named {
  id: string;
  title: string;
  binding: { readonly apiName: string } | null;
}

/** The name under which the browser keeps what belongs to an app: its page, and which app there. */
export const keptName = ({ id, title, binding }: Named): string =>
  `${location.pathname}#${id || title || binding?.apiName || ''}`;
