// What the scenario says.
export const scenario = {};
