// What the results says.
export const results = {};
