// What is said of drawing, bending and leading connections.
export const connections = {
  needsBothEnds: 'A connection needs a component at both ends',
  notItself: '{{name}} cannot call itself',
  wouldCloseCycle: '{{callee}} already waits for {{caller}}: synchronous calls may form no cycle',
  cycleMend: 'Connect through a queue or topic, or the other way round.',
  cycleShort: 'would form a cycle of calls',
  bend: 'Bend {{number}} of {{name}}',
  bendHelp: 'Drag it, or move it with the arrow keys; double-click or Delete removes it',
  callerEnd: 'Caller’s end',
  calleeEnd: 'Callee’s end',
  endHelp: 'Drag it to another component, or press Enter to choose one',
  changeEnds: 'Change the ends',
  caller: 'From',
  callee: 'To',
  change: 'Change',
  cancel: 'Cancel',
};
