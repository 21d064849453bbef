// What became of the rollouts of a run.
export const rollouts = {
  name: 'Rollouts',
  rollout: 'Rollout',
  shares: 'Served by old and new',
  old: 'Old version',
  new: 'New version',
  dropped: 'Requests dropped',
  took: 'Took',
  notDone: 'not done',
  aborted: 'Aborted',
  never: 'never',
  always: 'in every replication',
  inSome: 'in {{share}} of the replications',
  none: 'No new version was rolled out in this run.',
  noneHint: 'Add one in the tab Scenario, under New versions, to see who served meanwhile and what was lost.',
};
