// The canvas: the open design as cards, lines and areas. Nodes and edges are derived from the design at each change.
import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  MiniMap,
  Panel,
  ReactFlow,
  SelectionMode,
  type EdgeTypes,
  type NodeTypes,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useMemo, useRef, type DragEvent } from 'react';
import { kindByKey } from '../../src/catalogue/index.ts';
import { canvasStore, useCanvas } from '../state/canvas.ts';
import { useDocument } from '../state/document.ts';
import { shownRun, useResults } from '../state/results.ts';
import { useReplay } from '../state/replay.ts';
import { useSelection } from '../state/selection.ts';
import { useFindings } from '../state/selectors.ts';
import { gestureStore, useGesture } from '../state/gesture.ts';
import { throughCollapsed } from './collapsing.ts';
import { addAt, KIND_DRAG_TYPE } from './placing.ts';
import { ComponentNode } from './ComponentNode.tsx';
import { ConnectionEdge } from './ConnectionEdge.tsx';
import {
  componentNodes,
  connectionEdges,
  groupIdOf,
  groupNodes,
  noteIdOf,
  noteNodes,
  reuse,
  type CanvasEdge,
  type CanvasNode,
} from './derive.ts';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { hiddenIn, placeGroups, placesOf, shownPlaces } from './geometry.ts';
import {
  isValidConnection,
  onConnect,
  onConnectEnd,
  onEdgesChange,
  onNodesChange,
  setFine,
  setLassoing,
} from './gestures.ts';
import { GroupNode } from './GroupNode.tsx';
import { withMarks } from '../diff/marks.ts';
import { useComparison } from '../state/comparison.ts';
import { toggleCollapsed } from './grouping.ts';
import { Guides } from './Guides.tsx';
import { onCanvasKey } from './keyboard.ts';
import { NoteNode } from './NoteNode.tsx';
import { QuickAdd } from './QuickAdd.tsx';
import { SelectionTools } from './SelectionTools.tsx';
import { ViewportBridge } from './ViewportBridge.tsx';
import { ZoomBar } from './ZoomBar.tsx';
import './canvas.css';
import './nodes.css';

const nodeTypes: NodeTypes = { component: ComponentNode, area: GroupNode, note: NoteNode };
const edgeTypes: EdgeTypes = { connection: ConnectionEdge };

function minimapColour(node: CanvasNode): string {
  if (node.type !== 'component') return 'var(--group-fill)';
  return `var(--family-${kindByKey(node.data.component.kind)?.family ?? 'platform'})`;
}

function useElements(): { readonly nodes: CanvasNode[]; readonly edges: CanvasEdge[] } {
  const committed = useDocument((state) => state.design);
  const design = useGesture((state) => state.preview) ?? committed;
  const fallback = useCanvas((state) => state.fallback);
  const drag = useCanvas((state) => state.drag);
  const renaming = useCanvas((state) => state.renaming);
  const selection = useSelection((state) => state);
  const result = useResults((state) => shownRun(state)?.result ?? null);
  const findings = useFindings();
  const other = useComparison((comparison) => comparison?.other ?? null);
  const earlier = useRef<{ nodes: CanvasNode[]; edges: CanvasEdge[] }>({ nodes: [], edges: [] });
  return useMemo(() => {
    const own = placesOf(design, fallback, drag);
    const groups = placeGroups(design, own);
    const hidden = hiddenIn(design);
    const places = shownPlaces(own, groups, hidden);
    const sources = { design, places, selection, result, findings, renaming };
    const nodes = reuse<CanvasNode>(earlier.current.nodes, [
      ...groupNodes(sources, groups),
      ...noteNodes(sources),
      ...componentNodes(sources).filter(({ id }) => !hidden.has(id)),
    ]);
    const edges = reuse(earlier.current.edges, throughCollapsed(connectionEdges(sources), hidden));
    earlier.current = { nodes, edges };
    return other ? withMarks(earlier.current, design, other, places) : earlier.current;
  }, [design, fallback, drag, renaming, selection, result, findings, other]);
}

function acceptDrag(event: DragEvent): void {
  if (!event.dataTransfer.types.includes(KIND_DRAG_TYPE)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
}

/** A double click writes in components and notes, and opens or collapses a group. */
function open({ id }: CanvasNode): void {
  const [group, note] = [groupIdOf(id), noteIdOf(id)];
  if (group !== null) toggleCollapsed(group);
  else if (note !== null) gestureStore.setState({ editingNote: note });
  else canvasStore.setState({ renaming: id });
}

export function Canvas() {
  const { nodes, edges } = useElements();
  const isPlaced = useCanvas((state) => state.fallback !== null);
  // A map of what is in sight as a whole would only cover it.
  const isFitted = useCanvas((state) => state.isFitted);
  const isEmpty = useDocument(
    (state) =>
      state.design.components.length + (state.design.notes?.length ?? 0) + (state.design.groups?.length ?? 0) === 0,
  );
  const isStale = useResults((state) => shownRun(state)?.revision) !== useDocument((state) => state.revision);
  const isLasso = useGesture((state) => state.isLasso);
  const isGliding = useGesture((state) => state.isGliding);
  const isReplaying = useReplay((replay) => replay !== null);
  return (
    <ReactFlow<CanvasNode, CanvasEdge>
      aria-label="Canvas"
      data-canvas=""
      tabIndex={-1}
      className={`canvas ${isPlaced ? '' : 'canvas-unplaced'} ${isStale ? 'canvas-stale' : ''} ${isReplaying ? 'canvas-replaying' : ''} ${isGliding ? 'canvas-gliding' : ''}`}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      onMoveStart={(event) => event && canvasStore.setState({ isFitted: false })}
      onNodeDrag={(event) => setFine(event.altKey)}
      onNodeDragStop={() => setFine(false)}
      onNodeDoubleClick={(_event, node) => open(node)}
      onConnect={onConnect}
      onConnectEnd={onConnectEnd}
      isValidConnection={isValidConnection}
      connectionMode={ConnectionMode.Loose}
      connectionRadius={24}
      connectOnClick={false}
      deleteKeyCode={null}
      multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
      selectionKeyCode="Shift"
      selectionOnDrag={isLasso}
      panOnDrag={isLasso ? [1, 2] : true}
      onSelectionStart={() => setLassoing(true)}
      onSelectionEnd={() => setLassoing(false)}
      disableKeyboardA11y
      onKeyDownCapture={onCanvasKey}
      selectionMode={SelectionMode.Partial}
      elevateNodesOnSelect={false}
      elevateEdgesOnSelect={false}
      zoomOnDoubleClick={false}
      minZoom={0.1}
      maxZoom={2.5}
      proOptions={{ hideAttribution: true }}
      onDragOver={acceptDrag}
      onDrop={(event) => {
        const kind = event.dataTransfer.getData(KIND_DRAG_TYPE);
        if (kind === '') return;
        event.preventDefault();
        const place = canvasStore.getState().viewport?.at({ x: event.clientX, y: event.clientY });
        if (place) addAt(kind, place);
      }}
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.5} color="var(--canvas-dot)" />
      <ViewportBridge />
      {isEmpty ? (
        <Panel position="top-center" className="canvas-empty-panel">
          <EmptyCanvas />
        </Panel>
      ) : isFitted ? null : (
        <MiniMap
          position="bottom-right"
          ariaLabel="Minimap"
          pannable
          zoomable
          nodeColor={minimapColour}
          nodeBorderRadius={8}
          bgColor="var(--surface)"
          maskColor="var(--canvas-mask)"
        />
      )}
      <Panel position="bottom-left" className="canvas-zoom-panel">
        <ZoomBar />
        <SelectionTools />
      </Panel>
      <Guides />
      <QuickAdd />
    </ReactFlow>
  );
}
