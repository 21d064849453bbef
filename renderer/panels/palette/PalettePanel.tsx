// The palette: the kinds of component by family, found by typing, added by click, key or drag.
import { Search } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { families, kinds } from '../../../src/catalogue/index.ts';
import type { Kind } from '../../../src/catalogue/kind.ts';
import { addComponentOfKind, KIND_DRAG_TYPE } from '../../canvas/placing.ts';
import { KindIcon } from '../../theme/KindIcon.tsx';
import { Tooltip } from '../../theme/Tooltip.tsx';
import './palette.css';

function matching(search: string): readonly Kind[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return kinds.filter(({ key, title, help, family }) => {
    const text = `${key} ${title} ${help} ${family}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function PaletteItem({ kind }: { readonly kind: Kind }) {
  return (
    <li>
      <Tooltip text={kind.help} side="right">
        <button
          type="button"
          className="palette-item"
          style={{ '--family': `var(--family-${kind.family})` } as React.CSSProperties}
          draggable
          onClick={() => addComponentOfKind(kind.key)}
          onDragStart={(event) => {
            event.dataTransfer.setData(KIND_DRAG_TYPE, kind.key);
            event.dataTransfer.effectAllowed = 'copy';
          }}
        >
          <KindIcon kind={kind.key} />
          <span className="palette-item-title">{kind.title}</span>
        </button>
      </Tooltip>
    </li>
  );
}

/** Arrow keys walk through the kinds, as in a list. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('input, .palette-item')];
  const next = items[items.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

export function PalettePanel() {
  const [search, setSearch] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const found = useMemo(() => matching(search), [search]);
  const addFirst = (event: KeyboardEvent): void => {
    const [first] = found;
    if (event.key === 'Enter' && search.trim() !== '' && first) addComponentOfKind(first.key);
    if (event.key === 'Escape') setSearch('');
  };
  return (
    <div className="palette" onKeyDown={walk}>
      <div className="palette-search">
        <Search size={14} aria-hidden="true" />
        <input
          ref={input}
          className="text-input"
          type="search"
          aria-label="Search kinds"
          placeholder="Search kinds"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={addFirst}
        />
      </div>
      <div className="palette-list">
        {families.map(({ key, title }) => {
          const members = found.filter(({ family }) => family === key);
          if (members.length === 0) return null;
          return (
            <section key={key} aria-label={title}>
              <h2 className="palette-family">{title}</h2>
              <ul>
                {members.map((kind) => (
                  <PaletteItem key={kind.key} kind={kind} />
                ))}
              </ul>
            </section>
          );
        })}
        {found.length === 0 && <p className="palette-none">No kind is called “{search}”.</p>}
      </div>
    </div>
  );
}
