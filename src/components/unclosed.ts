/**
 * Warns of elements inside a component or a `riv-on`, which take none. HTML has no `<riv-number />`: it is an open tag,
 * and swallows what follows it. Of several inside each other the outermost is told of.
 */
export function warnUnclosed(element: Element): void {
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => check(element), { once: true });
  else check(element);
}

function check({ localName, parentElement, children }: Element): void {
  const inner = [...children].find((child) => child.localName.startsWith('riv-'));
  if (!inner || (parentElement && ('emptyValue' in parentElement || parentElement.localName === 'riv-on')))
    return;
  console.warn(
    `<${localName}> has a <${inner.localName}> inside it, and takes none: HTML does not know <${localName} />, write <${localName}></${localName}>`,
    inner.parentElement,
  );
}
