// The two names that the bridge and the desktop host share.
export const CALL_CHANNEL = 'spandrel:call';
export const EVENT_CHANNEL = 'spandrel:event';
