// What the canvas says.
export const canvas = {};
