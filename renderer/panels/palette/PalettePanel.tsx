// The palette: the kinds of component by family, groups and notes, found by typing, added by click, key or drag.
import { BoxSelect, Search, StickyNote } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { families, kinds } from '../../../src/catalogue/index.ts';
import { GROUP_KINDS } from '../../../src/model/design.ts';
import { addFromPalette, groupKey, KIND_DRAG_TYPE, NOTE_KEY } from '../../canvas/placing.ts';
import { said, t } from '../../texts.ts';
import { KindIcon } from '../../theme/KindIcon.tsx';
import { Tooltip } from '../../theme/Tooltip.tsx';
import './palette.css';

interface Entry {
  /** What is dragged and added. */
  readonly key: string;
  readonly title: string;
  readonly help: string;
  /** Further words to find it by: a kind is found by its English name as well. */
  readonly words?: string;
  readonly icon: ReactNode;
  readonly colour: string;
}

interface Section {
  readonly key: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}

function areaEntries(): readonly Entry[] {
  const groups = GROUP_KINDS.map((kind) => ({
    key: groupKey(kind),
    title: t(`palette.${kind}`),
    help: t(`palette.${kind}Help`),
    icon: <BoxSelect size={16} aria-hidden="true" />,
    colour: 'var(--text-soft)',
  }));
  const icon = <StickyNote size={16} aria-hidden="true" />;
  const note = {
    key: NOTE_KEY,
    title: t('palette.note'),
    help: t('palette.noteHelp'),
    icon,
    colour: 'var(--text-soft)',
  };
  return [...groups, note];
}

function allSections(): readonly Section[] {
  const ofKinds = families.map(({ key: family }) => ({
    key: family,
    title: t(`palette.families.${family}`),
    entries: kinds
      .filter((kind) => kind.family === family)
      .map(({ key, title, help }) => ({
        key,
        title: said(title),
        help: said(help),
        words: `${title} ${help}`,
        icon: <KindIcon kind={key} />,
        colour: `var(--family-${family})`,
      })),
  }));
  return [...ofKinds, { key: 'areas', title: t('palette.areas'), entries: areaEntries() }];
}

/** Sections in which something has all the words that were typed. */
function matching(search: string): readonly Section[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return allSections().flatMap((section) => {
    const entries = section.entries.filter(({ key, title, help, words: more = '' }) => {
      const text = `${key} ${title} ${help} ${more} ${section.key} ${section.title}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return entries.length > 0 ? [{ ...section, entries }] : [];
  });
}

function PaletteItem({ entry }: { readonly entry: Entry }) {
  const { key, title, help, icon, colour } = entry;
  return (
    <li>
      <Tooltip text={help} side="right">
        <button
          type="button"
          className="palette-item"
          style={{ '--family': colour } as React.CSSProperties}
          draggable
          onClick={() => addFromPalette(key)}
          onDragStart={(event) => {
            event.dataTransfer.setData(KIND_DRAG_TYPE, key);
            event.dataTransfer.effectAllowed = 'copy';
          }}
        >
          {icon}
          <span className="palette-item-title">{title}</span>
        </button>
      </Tooltip>
    </li>
  );
}

/** Arrow keys walk through the kinds, as in a list. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('input, .palette-item')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const goals: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 1,
    End: items.length - 1,
  };
  const isInField = document.activeElement instanceof HTMLInputElement;
  const next = isInField && event.key !== 'ArrowDown' ? undefined : items[goals[event.key] ?? -1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

export function PalettePanel() {
  const [search, setSearch] = useState('');
  const found = matching(search);
  const onKey = (event: KeyboardEvent): void => {
    const first = found[0]?.entries[0];
    if (event.key === 'Enter' && search.trim() !== '' && first) addFromPalette(first.key);
    if (event.key === 'Escape') setSearch('');
  };
  return (
    <div className="palette" onKeyDown={walk}>
      <div className="palette-search">
        <Search size={14} aria-hidden="true" />
        <input
          className="text-input"
          type="search"
          aria-label={t('palette.search')}
          placeholder={t('palette.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={onKey}
        />
      </div>
      <div className="palette-list">
        {found.map(({ key, title, entries }) => (
          <section key={key} aria-label={title}>
            <h2 className="palette-family">{title}</h2>
            <ul>
              {entries.map((entry) => (
                <PaletteItem key={entry.key} entry={entry} />
              ))}
            </ul>
          </section>
        ))}
        {found.length === 0 && <p className="palette-none">{t('palette.none', { what: search })}</p>}
      </div>
    </div>
  );
}
