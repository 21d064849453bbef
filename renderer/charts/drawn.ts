// A drawing of src/report/charts as elements of the window, and the size of its place.
import { createElement, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Mark } from '../../src/report/charts/mark.ts';
import type { Size } from '../../src/report/charts/chart.ts';

/** As React names them: `stroke-width` is strokeWidth. */
function reactName(name: string): string {
  return name.startsWith('aria-') ? name : name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

export function toElement(drawn: Mark, key: number): ReactNode {
  const attributes = Object.fromEntries(
    Object.entries(drawn.attributes).map(([name, value]) => [reactName(name), value]),
  );
  const children = drawn.children.map((child, at) => (typeof child === 'string' ? child : toElement(child, at)));
  return createElement(drawn.tag, { ...attributes, key }, ...children);
}

/** Of the element that gets `place`, from the first moment on. */
export function useSize(): { readonly place: RefObject<HTMLDivElement | null>; readonly size: Size } {
  const place = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 400, height: 160 });
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() =>
      setSize({ width: Math.max(120, element.clientWidth), height: Math.max(90, element.clientHeight) }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { place, size };
}
