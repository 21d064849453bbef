// What the canvas says.
export const canvas = {
  name: 'Canvas',
  emptyTitle: 'Start with a component, or with a design that runs',
  emptyText:
    'Click a kind in the palette to add it, or drag it here. Draw from the edge of one card to another to connect them.',
  allTemplates: 'See all templates',
  untitled: 'Untitled',
  fromTo: '{{from}} to {{to}}',
  asynchronous: 'asynchronous',
  synchronous: 'synchronous',
  utilised: '{{share}} utilised',
  failed: '{{share}} failed',
  retries: '{{rate}} retries',
  waiting: '{{number}} waiting',
  groupKinds: {
    layer: 'layer',
    boundary: 'boundary',
    module: 'module',
    zone: 'zone',
    namespace: 'namespace',
  },
};
