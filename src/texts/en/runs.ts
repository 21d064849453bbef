// What the window says of a run that it started, and of defects of its own.
export const runs = {
  stopped: 'The simulation was stopped',
  stoppedMore: 'The figures of the run before, if there was one, are still here.',
  noResult: 'The simulation gave no result: {{why}}',
  failed: 'it failed',
  nothing: 'There is nothing to simulate yet',
  nothingMore: 'Add a scenario that says where requests arrive.',
  defect: 'Something went wrong in Spandrel, logged under {{number}}',
  gone: 'Spandrel is no longer running behind this window; the design here is not lost: start it again, or export a copy',
};
