// Mermaid's own picture of an exported diagram, in a strict setting and in the window's light or dark; loaded when first
// looked at. It is shown as an image, so nothing in it can act on the window.
import mermaid from 'mermaid';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { isDark as isDarkNow, onThemeChange } from '../../theme/appearance.ts';

type Drawn = { readonly text: string; readonly source: string } | { readonly text: string; readonly problem: string };

/** Mermaid writes HTML; an image must be well-formed XML with a size of its own. */
function toImageSource(svg: string): string {
  const element = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
  if (!element) throw new Error('Mermaid gave no picture');
  const [, , width = '800', height = '600'] = (element.getAttribute('viewBox') ?? '').split(/[\s,]+/);
  element.setAttribute('width', width);
  element.setAttribute('height', height);
  element.removeAttribute('style');
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(element))}`;
}

let drawings = 0;
let turn: Promise<unknown> = Promise.resolve();

/** One at a time: Mermaid's settings are global. */
function draw(text: string, isDark: boolean): Promise<string> {
  const drawing = turn.then(async () => {
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      theme: isDark ? 'dark' : 'default',
      htmlLabels: false,
      flowchart: { htmlLabels: false },
      maxEdges: 5000,
      maxTextSize: 1_000_000,
      suppressErrorRendering: true,
      fontFamily: 'system-ui, sans-serif',
    });
    drawings += 1;
    const { svg } = await mermaid.render(`mermaid-picture-${drawings}`, text);
    return toImageSource(svg);
  });
  turn = drawing.catch(() => undefined);
  return drawing;
}

interface MermaidPictureProps {
  readonly text: string;
  /** The words come from the window, so that this part of it stays small. */
  readonly words: {
    readonly drawing: string;
    readonly cannotDraw: (why: string) => string;
    readonly name: string;
    readonly alt: string;
  };
}

export default function MermaidPicture({ text, words }: MermaidPictureProps) {
  const isDark = useSyncExternalStore(onThemeChange, isDarkNow);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  useEffect(() => {
    let isCurrent = true;
    draw(text, isDark).then(
      (source) => isCurrent && setDrawn({ text, source }),
      (error: unknown) =>
        isCurrent && setDrawn({ text, problem: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [text, isDark]);
  if (drawn === null) return <p className="field-note">{words.drawing}</p>;
  if ('problem' in drawn) return <p className="field-note">{words.cannotDraw(drawn.problem)}</p>;
  return (
    <div className="exports-picture" tabIndex={0} role="region" aria-label={words.name}>
      <img src={drawn.source} alt={words.alt} />
    </div>
  );
}
