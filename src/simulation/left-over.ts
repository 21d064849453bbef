// What the fast path can leave of an event for the layers to do, with the frame that it is about.
export const NOTHING_LEFT = 0;
/** The whole of it: it has not begun. */
export const ALL = 1;
/** The frame comes to its station. */
export const ARRIVE = 2;
/** It has come, and there is no room. */
export const REFUSE = 3;
/** Its own work is done, and its slot given on. */
export const PROCEED = 4;
/** It answers, well or not. */
export const ANSWER = 5;
export const ANSWER_ERROR = 6;
