// The files of an export: a list, or a tree where folders stand in folders; above twenty files with a search.
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { formatWhole } from '../../theme/format.ts';
import { t } from '../../texts.ts';
import { findIn, foldedAtFirst, lineCount, needsTree, sizeKiB, treeRows, type Listed, type Row } from './listed.ts';

interface FileListProps {
  readonly listed: readonly Listed[];
  readonly chosen: string;
  readonly onChoose: (path: string) => void;
}

const MANY = 20;

function Extent({ listed: { file, old } }: { listed: Listed }) {
  const text = file?.text ?? old?.text;
  if (text === null || text === undefined) return null;
  if (file?.encoding) return <span className="exports-lines">{t('exports.kib', { size: sizeKiB(text) })}</span>;
  return <span className="exports-lines">{t('exports.lines', { count: lineCount(text) })}</span>;
}

function Badge({ listed: { old } }: { listed: Listed }) {
  if (old === null || old.state === 'same') return null;
  return <span className={`exports-badge exports-badge-${old.state}`}>{t(`exports.states.${old.state}`)}</span>;
}

function PlainList({ listed, chosen, onChoose }: FileListProps) {
  return (
    <ul className="exports-files" aria-label={t('exports.files')}>
      {listed.map((one) => (
        <li key={one.path}>
          <button
            type="button"
            className="exports-file"
            aria-pressed={one.path === chosen}
            onClick={() => onChoose(one.path)}
          >
            <span className="exports-file-name">{one.path}</span>
            <Badge listed={one} />
            <Extent listed={one} />
          </button>
        </li>
      ))}
      {listed.length === 0 && <li className="exports-none">{t('exports.noneFound')}</li>}
    </ul>
  );
}

/** Where a key leads from one row to another, as the tree pattern of ARIA says; null where the key means nothing. */
function rowAt(rows: readonly Row[], at: number, key: string): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, rows.length - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    default:
      return null;
  }
}

function Tree({ listed, chosen, onChoose }: FileListProps) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => foldedAtFirst(listed, chosen, MANY));
  const [focused, setFocused] = useState(chosen);
  const list = useRef<HTMLUListElement>(null);
  const rows = useMemo(() => treeRows(listed, folded), [listed, folded]);
  const found = rows.findIndex(({ path }) => path === focused);
  const current = Math.max(found, 0);
  const fold = (path: string, isFolded: boolean): void => {
    const next = new Set(folded);
    if (isFolded) next.add(path);
    else next.delete(path);
    setFolded(next);
  };
  const focus = (at: number): void => {
    setFocused(rows[at]?.path ?? '');
    const item = list.current?.children[at];
    if (item instanceof HTMLElement) item.focus();
  };
  const act = (row: Row): void => {
    setFocused(row.path);
    if (row.listed) onChoose(row.path);
    else fold(row.path, !folded.has(row.path));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[current];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = rowAt(rows, current, event.key);
    const isOpen = row.listed === null && !folded.has(row.path);
    if (next !== null) focus(next);
    else if (event.key === 'Enter' || event.key === ' ') act(row);
    else if (event.key === 'ArrowRight' && row.listed === null) {
      if (isOpen) focus(current + 1);
      else fold(row.path, false);
    } else if (event.key === 'ArrowLeft') {
      if (isOpen) fold(row.path, true);
      else
        focus(
          Math.max(
            0,
            rows.findLastIndex((above, at) => at < current && above.depth < row.depth),
          ),
        );
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ul ref={list} className="exports-files" role="tree" aria-label={t('exports.files')} onKeyDown={onKeyDown}>
      {rows.map((row, at) => {
        const Icon = folded.has(row.path) ? ChevronRight : ChevronDown;
        return (
          <li
            key={row.path}
            role="treeitem"
            className="exports-file"
            aria-level={row.depth + 1}
            aria-selected={row.path === chosen}
            {...(row.listed === null && { 'aria-expanded': !folded.has(row.path) })}
            tabIndex={at === current ? 0 : -1}
            style={{ paddingInlineStart: `${String(8 + row.depth * 14)}px` }}
            onClick={() => act(row)}
          >
            {row.listed === null && <Icon size={12} aria-hidden="true" />}
            <span className="exports-file-name">{row.name}</span>
            {row.listed && <Badge listed={row.listed} />}
            {row.listed && <Extent listed={row.listed} />}
          </li>
        );
      })}
    </ul>
  );
}

export function FileList({ listed, chosen, onChoose }: FileListProps) {
  const [words, setWords] = useState('');
  const id = useId();
  const isSearched = listed.length > MANY && words.trim() !== '';
  const shown = isSearched ? findIn(listed, words) : listed;
  return (
    <>
      {listed.length > MANY && (
        <div className="exports-search">
          <label className="visually-hidden" htmlFor={id}>
            {t('exports.findFile')}
          </label>
          <input
            id={id}
            type="search"
            className="field-input"
            placeholder={t('exports.findFile')}
            spellCheck={false}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <span className="exports-lines" role="status">
            {t('exports.fileCount', { count: shown.length, shown: formatWhole(shown.length) })}
          </span>
        </div>
      )}
      {!isSearched && needsTree(listed) ? (
        <Tree listed={shown} chosen={chosen} onChoose={onChoose} />
      ) : (
        <PlainList listed={shown} chosen={chosen} onChoose={onChoose} />
      )}
    </>
  );
}
