/** True where two types are one. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles where the type is `true`. */
export declare function holds<True extends true>(): True;
