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
  type FinalConnectionState,
  type NodeTypes,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useCallback, useMemo, useRef, type DragEvent, type MouseEvent as PointerAt } from 'react';
import { kindByKey } from '../../src/catalogue/index.ts';
import { canvasStore, useCanvas } from '../state/canvas.ts';
import { documentStore, useDocument } from '../state/document.ts';
import { shownRun, useResults } from '../state/results.ts';
import { useReplay } from '../state/replay.ts';
import { select, useSelection } from '../state/selection.ts';
import { useFindings } from '../state/selectors.ts';
import { gestureStore, useGesture } from '../state/gesture.ts';
import { useComparison } from '../state/comparison.ts';
import { edgesStore, useEdges } from '../state/edges.ts';
import { useViews } from '../state/views.ts';
import { withMarks } from '../diff/marks.ts';
import { t } from '../texts.ts';
import { throughCollapsed } from './collapsing.ts';
import { addAt, KIND_DRAG_TYPE } from './placing.ts';
import { ComponentNode } from './ComponentNode.tsx';
import { ConnectionEdge } from './ConnectionEdge.tsx';
import { ConnectHint } from './ConnectHint.tsx';
import { refusedCallees } from './connecting.ts';
import {
  componentNodes,
  connectionEdges,
  edgeMemory,
  groupIdOf,
  groupNodes,
  noteIdOf,
  noteNodes,
  reuse,
  type CanvasEdge,
  type CanvasNode,
  type ComponentNodeType,
  type Memory,
} from './derive.ts';
import { DetailContext, type Detail } from './detail.ts';
import { EdgeEditor } from './EdgeEditor.tsx';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { FarLines } from './FarLines.tsx';
import { lineNear } from './far-lines.ts';
import { FindBar } from './FindBar.tsx';
import { FocusChip } from './FocusChip.tsx';
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
import { toggleCollapsed } from './grouping.ts';
import { Guides } from './Guides.tsx';
import { onCanvasKey } from './keyboard.ts';
import { LargeMap } from './LargeMap.tsx';
import { NoteNode } from './NoteNode.tsx';
import { Presentation } from './Presentation.tsx';
import { useMarks } from './marks.ts';
import { QuickAdd } from './QuickAdd.tsx';
import { SelectionTools } from './SelectionTools.tsx';
import { ViewBar } from './ViewBar.tsx';
import { ViewportBridge } from './ViewportBridge.tsx';
import { protocolsOf, tonesOf } from './views.ts';
import { ZoomBar } from './ZoomBar.tsx';
import './canvas.css';
import './nodes.css';

const nodeTypes: NodeTypes = { component: ComponentNode, area: GroupNode, note: NoteNode };
const edgeTypes: EdgeTypes = { connection: ConnectionEdge };

function minimapColour(node: CanvasNode): string {
  if (node.type !== 'component') return 'var(--group-fill)';
  return `var(--family-${kindByKey(node.data.component.kind)?.family ?? 'platform'})`;
}

/** From here on what is out of sight is left out: fewer nodes than this cost nothing. */
const MANY = 200;

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
  const bending = useEdges((state) => state.bending);
  const view = useViews((state) => state.view);
  const marks = useMarks();
  const tones = useMemo(() => tonesOf(view, design, result), [view, design, result]);
  const protocols = useMemo(() => (view === 'protocol' ? protocolsOf(design) : null), [view, design]);
  const others = useRef<CanvasNode[]>([]);
  const memory = useRef<Memory<ComponentNodeType>>(new Map());
  const lines = useRef(edgeMemory());
  return useMemo(() => {
    const own = placesOf(design, fallback, drag);
    const groups = placeGroups(design, own);
    const hidden = hiddenIn(design);
    const places = shownPlaces(own, groups, hidden);
    const sources = { design, places, selection, result, findings, renaming, marks, tones, bending, protocols };
    others.current = reuse<CanvasNode>(others.current, [...groupNodes(sources, groups), ...noteNodes(sources)]);
    const cards = componentNodes(sources, memory.current);
    const shown = hidden.size === 0 ? cards : cards.filter(({ id }) => !hidden.has(id));
    const nodes: CanvasNode[] = [...others.current, ...shown];
    const edges = throughCollapsed(connectionEdges(sources, lines.current), hidden);
    return other ? withMarks({ nodes, edges }, design, other, places) : { nodes, edges };
  }, [design, fallback, drag, renaming, selection, result, findings, marks, tones, bending, protocols, other]);
}

function useSelectedEdge(edges: readonly CanvasEdge[]): CanvasEdge | null {
  const id = useSelection(({ connections, components, groups }) =>
    connections.length === 1 && components.length + groups.length === 0 ? (connections[0] ?? null) : null,
  );
  return useMemo(() => (id === null ? null : (edges.find((edge) => edge.id === id) ?? null)), [edges, id]);
}

/** How near to a line a click from afar has to be, in pixels of the screen. */
const REACH = 5;
const NO_EDGES: CanvasEdge[] = [];

interface Lines {
  /** What React Flow draws, each by itself. */
  readonly single: CanvasEdge[];
  /** What is drawn together; null where nothing is. */
  readonly together: CanvasEdge[] | null;
}

/** From afar the many lines of a large design are drawn together, all but those that are selected. */
function useLines(edges: CanvasEdge[], detail: Detail): Lines {
  const isTogether = detail === 'block' && edges.length > MANY;
  return useMemo(() => {
    if (!isTogether) return { single: edges, together: null };
    const selected = edges.filter((edge) => edge.selected);
    return { single: selected.length > 0 ? selected : NO_EDGES, together: edges };
  }, [edges, isTogether]);
}

/** Lines that are drawn together take no pointer: a click beside all nodes asks which one it meant. */
function useLineClick(together: readonly CanvasEdge[] | null): (event: PointerAt) => void {
  const latest = useRef(together);
  latest.current = together;
  return useCallback(({ clientX, clientY }) => {
    const { viewport } = canvasStore.getState();
    if (!latest.current || !viewport) return;
    const reach = REACH / viewport.shownPart().zoom;
    const id = lineNear(latest.current, viewport.at({ x: clientX, y: clientY }), reach);
    // React Flow deselects everything once it has told of the click.
    if (id !== null) queueMicrotask(() => select({ connections: [id] }));
  }, []);
}

/**
 * While the view is dragged, what is on the canvas lies on a layer of its own, which is moved instead of drawn again. A
 * zoom needs all of it drawn at another size, and is slower with a layer.
 */
function markMoving(isMoving: boolean): void {
  document.querySelector('[data-canvas]')?.toggleAttribute('data-moving', isMoving);
}

// Handlers are the same functions from one drawing to the next: a new one would draw every node again.

function startConnecting(_event: unknown, { nodeId }: { readonly nodeId: string | null }): void {
  if (nodeId !== null) edgesStore.setState({ refused: refusedCallees(documentStore.getState().design, nodeId) });
}

function endConnecting(event: MouseEvent | TouchEvent, state: FinalConnectionState): void {
  edgesStore.setState({ refused: null });
  onConnectEnd(event, state);
}

/** Moved by a person, not by a command. */
function startMove(event: MouseEvent | TouchEvent | null): void {
  if (event?.type === 'mousedown') markMoving(true);
  if (event?.type === 'wheel') canvasStore.setState({ isZooming: true });
  if (event) canvasStore.setState({ isFitted: false });
}

function endMove(): void {
  canvasStore.setState({ isZooming: false });
  markMoving(false);
}

function dragFine(event: { readonly altKey: boolean }): void {
  setFine(event.altKey);
}

function dragCoarse(): void {
  setFine(false);
}

function dropKind(event: DragEvent): void {
  const kind = event.dataTransfer.getData(KIND_DRAG_TYPE);
  if (kind === '') return;
  event.preventDefault();
  const place = canvasStore.getState().viewport?.at({ x: event.clientX, y: event.clientY });
  if (place) addAt(kind, place);
}

const ADDING_KEYS = ['Shift', 'Meta', 'Control'];
const PRO_OPTIONS = { hideAttribution: true };
/** While a drag selects, the middle and the right button still move the view. */
const LASSO_PAN = [1, 2];

function acceptDrag(event: DragEvent): void {
  if (!event.dataTransfer.types.includes(KIND_DRAG_TYPE)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
}

/** A double click writes in components and notes, and opens or collapses a group. */
function open(_event: unknown, { id }: CanvasNode): void {
  const [group, note] = [groupIdOf(id), noteIdOf(id)];
  if (group !== null) toggleCollapsed(group);
  else if (note !== null) gestureStore.setState({ editingNote: note });
  else canvasStore.setState({ renaming: id });
}

function startLasso(): void {
  setLassoing(true);
}

function endLasso(): void {
  setLassoing(false);
}

export function Canvas() {
  const { nodes, edges } = useElements();
  const edited = useSelectedEdge(edges);
  const detail = useCanvas((state) => (state.isSettled || nodes.length <= MANY ? state.detail : 'block'));
  // As blocks they are so cheap that to take them off and on again at each step of a zoom costs more.
  const isCulled = nodes.length > MANY && detail !== 'block';
  const lines = useLines(edges, detail);
  const clickLine = useLineClick(lines.together);
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
    <DetailContext value={detail}>
      <ReactFlow<CanvasNode, CanvasEdge>
        aria-label={t('canvas.name')}
        data-canvas=""
        tabIndex={-1}
        className={`canvas ${isPlaced ? '' : 'canvas-unplaced'} ${isStale ? 'canvas-stale' : ''} ${isReplaying ? 'canvas-replaying' : ''} ${isGliding ? 'canvas-gliding' : ''}`}
        nodes={nodes}
        edges={lines.single}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onMoveStart={startMove}
        onMoveEnd={endMove}
        onPaneClick={clickLine}
        onNodeDrag={dragFine}
        onNodeDragStop={dragCoarse}
        onNodeDoubleClick={open}
        onConnect={onConnect}
        onConnectStart={startConnecting}
        onConnectEnd={endConnecting}
        isValidConnection={isValidConnection}
        connectionMode={ConnectionMode.Loose}
        connectionRadius={24}
        connectOnClick={false}
        deleteKeyCode={null}
        multiSelectionKeyCode={ADDING_KEYS}
        selectionKeyCode="Shift"
        selectionOnDrag={isLasso}
        panOnDrag={isLasso ? LASSO_PAN : true}
        onSelectionStart={startLasso}
        onSelectionEnd={endLasso}
        disableKeyboardA11y
        onKeyDownCapture={onCanvasKey}
        selectionMode={SelectionMode.Partial}
        onlyRenderVisibleElements={isCulled}
        elevateNodesOnSelect={false}
        elevateEdgesOnSelect={false}
        zoomOnDoubleClick={false}
        minZoom={0.03}
        maxZoom={2.5}
        proOptions={PRO_OPTIONS}
        onDragOver={acceptDrag}
        onDrop={dropKind}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.5} color="var(--canvas-dot)" />
        {lines.together && <FarLines edges={lines.together} />}
        <ViewportBridge />
        <EdgeEditor edge={edited} />
        <ConnectHint />
        {!isEmpty && (
          <Panel position="top-left" className="canvas-view-panel">
            <ViewBar />
          </Panel>
        )}
        <Panel position="top-right" className="canvas-find-panel">
          <FindBar />
          <FocusChip />
        </Panel>
        <Presentation />
        {isEmpty ? (
          <Panel position="top-center" className="canvas-empty-panel">
            <EmptyCanvas />
          </Panel>
        ) : isFitted ? null : nodes.length > MANY ? (
          <LargeMap nodes={nodes} colourOf={minimapColour} />
        ) : (
          <MiniMap
            position="bottom-right"
            ariaLabel={t('views.minimap')}
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
    </DetailContext>
  );
}
