// The handles at the sides and corners of a selected group or note.
import { NodeResizer } from '@xyflow/react';
import { endResize, previewResize, startResize } from './resizing.ts';

interface ResizerProps {
  readonly nodeId: string;
  readonly least: { readonly width: number; readonly height: number };
}

export function Resizer({ nodeId, least }: ResizerProps) {
  return (
    <NodeResizer
      minWidth={least.width}
      minHeight={least.height}
      lineClassName="canvas-resize-line"
      handleClassName="canvas-resize-handle"
      onResizeStart={startResize}
      onResize={(_event, area) => previewResize(nodeId, area)}
      onResizeEnd={(_event, area) => endResize(nodeId, area)}
    />
  );
}
