// What is different between two designs, as the history of runs tells it.
export const diff = {
  added: 'added {{what}}',
  removed: 'removed {{what}}',
  moved: '{{what}} moved',
  fromTo: '{{from}} to {{to}}',
  none: 'none',
  yes: 'yes',
  no: 'no',
  nouns: {
    components: 'component',
    groups: 'group',
    connections: 'connection',
    objectives: 'objective',
    scenarios: 'scenario',
    notes: 'note',
  },
};
