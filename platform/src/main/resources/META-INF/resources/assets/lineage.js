// Draws the family from the list that stands in the page. Layered from donor to recipient.
const load = (address) => new Promise((done, failed) => {
  const script = document.createElement('script');
  script.src = address;
  script.onload = done;
  script.onerror = failed;
  document.head.append(script);
});

// Cytoscape writes a style element unless one of this name is there: the policy of the page allows none.
const sheet = document.createElement('link');
sheet.id = '__________cytoscape_stylesheet';
sheet.rel = 'stylesheet';
sheet.href = '/assets/cytoscape.css';
document.head.append(sheet);

await Promise.all([load('/webjars/cytoscape/3.33.1/dist/cytoscape.min.js'), load('/webjars/dagre/0.8.4/dist/dagre.min.js')]);

const nodes = [...document.querySelectorAll('#graph-nodes li')].map((li) => ({ ...li.dataset }));
const edges = [...document.querySelectorAll('#graph-edges tr')].map((tr) => ({ ...tr.dataset }));
const width = 170;
const height = 68;

const graph = new dagre.graphlib.Graph();
graph.setGraph({ rankdir: 'LR', nodesep: 22, ranksep: 80, marginx: 20, marginy: 20 });
graph.setDefaultEdgeLabel(() => ({}));
nodes.forEach((n) => graph.setNode(n.ref, { width, height }));
edges.forEach((e) => graph.setEdge(e.parent, e.child));
dagre.layout(graph);

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const tones = { 'tone-done': '--done', 'tone-ready': '--accent', 'tone-attention': '--attention', 'tone-stopped': '--stopped', 'tone-none': '--line-strong' };

const style = () => [
  {
    selector: 'node',
    style: {
      shape: 'round-rectangle', width, height, 'background-color': token('--surface'), 'border-width': 1.5,
      'border-color': (n) => token(tones[n.data('tone')]), label: 'data(label)', 'text-wrap': 'wrap', 'text-max-width': width - 16,
      'text-valign': 'center', 'text-halign': 'center', color: token('--ink'), 'font-size': 13.5, 'line-height': 1.25,
      'font-family': 'system-ui, sans-serif',
    },
  },
  { selector: 'node[here = "true"]', style: { 'border-width': 4, 'background-color': token('--accent-soft') } },
  {
    selector: 'edge',
    style: {
      width: 1.5, 'line-color': token('--line-strong'), 'target-arrow-color': token('--line-strong'), 'target-arrow-shape': 'triangle',
      'curve-style': 'bezier', label: 'data(act)', 'font-size': 11, color: token('--muted'), 'text-background-color': token('--surface'),
      'text-background-opacity': 1, 'text-wrap': 'ellipsis', 'text-max-width': 76, 'text-background-padding': 2,
    },
  },
];

const box = document.getElementById('graph');
const whole = Math.min(1.1, (box.clientWidth - 48) / graph.graph().width);
const readable = 0.6;
box.style.height = `${Math.max(200, Math.min(innerHeight * 0.72, graph.graph().height * Math.max(readable, whole) + 48))}px`;
const cy = cytoscape({
  container: box,
  elements: [
    ...nodes.map((n) => {
      const at = graph.node(n.ref);
      const name = n.name || n.ref.slice(n.ref.indexOf(':') + 1);
      const text = [n.kindName, name.length > 22 ? `${name.slice(0, 21)}…` : name, n.status].filter(Boolean);
      return { data: { id: n.ref, label: text.join('\n'), href: n.href, tone: n.tone, here: n.here }, position: { x: at.x, y: at.y } };
    }),
    ...edges.map((e, i) => ({ data: { id: `e${i}`, source: e.parent, target: e.child, act: e.act } })),
  ],
  layout: { name: 'preset' },
  style: style(),
  maxZoom: 1.6,
  minZoom: 0.1,
  autoungrabify: true,
  userZoomingEnabled: false,
});
const fit = () => {
  cy.resize();
  cy.fit(undefined, 24);
  if (cy.zoom() > 1.1) {
    cy.zoom(1.1);
    cy.center();
  }
};
fit();
if (cy.zoom() < readable) {
  cy.zoom(readable);
  cy.center(cy.nodes('[here = "true"]'));
}
cy.on('tap', 'node', (event) => { location.href = event.target.data('href'); });
cy.on('mouseover', 'node', () => { box.classList.add('pointing'); });
document.getElementById('graph-fit').addEventListener('click', fit);
document.getElementById('graph-png').addEventListener('click', () => {
  const link = document.createElement('a');
  link.download = 'lineage.png';
  link.href = cy.png({ full: true, scale: 2, bg: token('--surface') });
  link.click();
});
addEventListener('resize', fit);
document.addEventListener('opencgt:theme', () => cy.style(style()));
box.dataset.drawn = 'true';
