/** How far something is, behind its name: ` 40 %`; nothing while it has not begun. */
export const percent = (part: number): string => (part > 0 ? ` ${Math.floor(part * 100)} %` : '');
