import DOMPurify from 'dompurify';

/** Links that open a window of their own must not reach back into ours. */
DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (node.nodeName === 'A' && node.hasAttribute('target')) node.setAttribute('rel', 'noopener noreferrer');
});

/** Takes scripts and whatever could run out of HTML. Style sheets stay where they are asked for. */
export function sanitize(html: string, { styles = false } = {}): string {
  return DOMPurify.sanitize(html, {
    ADD_ATTR: ['target'],
    FORBID_TAGS: styles ? [] : ['style'],
    FORCE_BODY: styles,
  });
}
