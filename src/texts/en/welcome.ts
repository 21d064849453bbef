// What stands where no design is open.
export const welcome = {
  title: 'Design an architecture, load it, see where it breaks',
  patterns: 'Start from a pattern',
  allTemplates: 'All templates',
  empty: 'Empty design',
  open: 'Open a file…',
  recent: 'Recent files',
  noRecent: 'Files that you open or save stand here.',
  reopen: 'Reopen the closed design',
  tour: 'Take the tour',
  drop: 'A design file can also be dropped on the window.',
};
