// The names that the bridge and the desktop host share.
export const CALL_CHANNEL = 'spandrel:call';
export const EVENT_CHANNEL = 'spandrel:event';
/** A file that the person let go on the window. */
export const DROP_CHANNEL = 'spandrel:drop';
