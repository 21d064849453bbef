// Seeing a run again on the canvas.
export const replay = {
  name: 'Replay',
  play: 'Play',
  pause: 'Pause',
  speed: 'Replay speed',
  speedHelp: 'Simulated seconds a second',
  time: 'Replay time',
  position: '{{now}} s of {{end}} s: {{spoken}}',
  of: 'of {{end}} s',
  leave: 'End the replay',
  warmup: 'Warm-up',
  duringWarmup: 'warm-up',
  failed: '{{share}} failed',
  busiest: 'busiest {{what}}',
  waiting: '{{number}} waiting',
  wanted: 'of {{number}} wanted',
  newShare: '{{share}} % new',
};
