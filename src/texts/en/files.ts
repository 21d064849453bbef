// What the files says.
export const files = {};
