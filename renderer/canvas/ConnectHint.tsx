// Why what is under the pointer cannot be connected, beside the pointer, while a connection is drawn or led elsewhere.
import { useConnection, ViewportPortal } from '@xyflow/react';
import type { Point } from '../state/canvas.ts';
import { useDocument } from '../state/document.ts';
import { useEdges } from '../state/edges.ts';
import { whyNotConnect, whyNotLead } from './connecting.ts';
import { endsAfter } from './leading.ts';

function Hint({ at, text }: { readonly at: Point; readonly text: string }) {
  return (
    <ViewportPortal>
      <div className="canvas-hint" role="status" style={{ transform: `translate(${at.x + 14}px, ${at.y + 14}px)` }}>
        {text}
      </div>
    </ViewportPortal>
  );
}

function DrawingHint() {
  const drawing = useConnection((connection) => (connection.inProgress ? connection : null));
  const design = useDocument((state) => state.design);
  if (!drawing?.toNode) return null;
  const [from, to] = [drawing.fromNode.id, drawing.toNode.id];
  const why = from === to ? null : whyNotConnect(design, from, to);
  return why === null ? null : <Hint at={drawing.pointer} text={why} />;
}

function LeadingHint() {
  const leading = useEdges((state) => state.leading);
  const design = useDocument((state) => state.design);
  const connection = design.connections?.find(({ id }) => id === leading?.connection);
  if (!leading || leading.over === null || !connection) return null;
  const why = whyNotLead(design, connection, ...endsAfter(connection, leading.end, leading.over));
  return why === null ? null : <Hint at={leading.at} text={why} />;
}

export function ConnectHint() {
  return (
    <>
      <DrawingHint />
      <LeadingHint />
    </>
  );
}
