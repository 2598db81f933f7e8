/** The handler of both sides. */
export const twice = (value) => value * 2;
