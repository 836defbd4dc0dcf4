/**
 * A registry that does not keep what it took, or others that write what we write all the time: no fault of ours and none
 * of the input, and a repetition may end it.
 */
export class UnsettledError extends Error {}
