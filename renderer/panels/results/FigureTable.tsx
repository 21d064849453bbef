// A table of figures: sorted by a click on a heading, its rows lead to what they are about.
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { ContextName } from '../../../src/commands/command.ts';
import { hoverProps, useHovered, type HoverKind } from '../../state/hover.ts';
import { TermHelp } from '../../theme/TermHelp.tsx';
import type { TermKey } from '../../theme/glossary.ts';
import { CommandContextMenu } from '../toolbar/CommandContextMenu.tsx';
import { sortRows, type SortOrder } from './rows.ts';

export interface FigureColumn<R, K extends string> {
  readonly key: K;
  readonly title: string;
  readonly term?: TermKey;
  /** What the column is sorted by; null goes last. */
  readonly value: (row: R) => number | null;
  readonly draw: (row: R) => ReactNode;
  /** Takes the width that the others leave: for bars. */
  readonly wide?: boolean;
}

interface FigureTableProps<R, K extends string> {
  readonly name: string;
  readonly nameTitle: string;
  readonly rows: readonly R[];
  readonly columns: readonly FigureColumn<R, K>[];
  /** The order at first; null: that of the rows. */
  readonly first: SortOrder<K> | null;
  readonly selectedId: string | null;
  /** Not given where rows are about nothing that could be selected. */
  readonly onSelect?: (id: string) => void;
  /** What a row stands for: it is highlighted together with the same in charts and on the canvas. */
  readonly hovers?: HoverKind;
}

const NO_HOVER = {};
/** Which context menu the rows have, by what they stand for. */
const MENUS: Readonly<Partial<Record<HoverKind, ContextName>>> = { component: 'row', connection: 'connection' };

interface RowMenuProps {
  readonly hovers: HoverKind | undefined;
  readonly onSelect: ((id: string) => void) | undefined;
  readonly children: ReactNode;
}

/** The commands for what a row stands for, which is selected first. */
function RowMenu({ hovers, onSelect, children }: RowMenuProps) {
  const menu = hovers === undefined ? undefined : MENUS[hovers];
  if (menu === undefined || !onSelect) return <tbody>{children}</tbody>;
  const prepare = (target: EventTarget): ContextName => {
    const id = target instanceof Element ? target.closest('tr')?.dataset['id'] : undefined;
    if (id !== undefined) onSelect(id);
    return menu;
  };
  return (
    <CommandContextMenu asChild prepare={prepare}>
      <tbody>{children}</tbody>
    </CommandContextMenu>
  );
}

interface Row {
  readonly id: string;
  readonly name: string;
}

export function FigureTable<R extends Row, K extends string>(props: FigureTableProps<R, K>) {
  const { name, nameTitle, rows, columns, first, selectedId, onSelect, hovers } = props;
  const hoveredId = useHovered(hovers ?? 'component');
  const [order, setOrder] = useState(first);
  const sorted =
    order === null
      ? rows
      : sortRows(rows, order, (row, by) => columns.find((column) => column.key === by)?.value(row) ?? null);
  const sortBy = (by: K | 'name'): void =>
    setOrder((now) => ({ by, descending: now?.by === by ? !now.descending : by !== 'name' }));
  const heading = (by: K | 'name', title: string, term?: TermKey, wide?: boolean) => (
    <th
      key={by}
      scope="col"
      className={by === 'name' ? 'results-name' : wide ? 'results-wide' : undefined}
      aria-sort={order?.by === by ? (order.descending ? 'descending' : 'ascending') : undefined}
    >
      <span className="results-heading">
        <button type="button" onClick={() => sortBy(by)}>
          {title}
          {order?.by === by &&
            (order.descending ? <ArrowDown size={11} aria-hidden="true" /> : <ArrowUp size={11} aria-hidden="true" />)}
        </button>
        {term && <TermHelp term={term} />}
      </span>
    </th>
  );
  return (
    <table className="results-table" aria-label={name}>
      <thead>
        <tr>
          {heading('name', nameTitle)}
          {columns.map((column) => heading(column.key, column.title, column.term, column.wide))}
        </tr>
      </thead>
      <RowMenu hovers={hovers} onSelect={onSelect}>
        {sorted.map((row) => (
          <tr
            key={row.id}
            data-id={row.id}
            className={[
              row.id === selectedId ? 'results-selected' : '',
              hovers && row.id === hoveredId ? 'results-hovered' : '',
            ].join(' ')}
            {...(hovers ? hoverProps(hovers, row.id) : NO_HOVER)}
            onClick={() => onSelect?.(row.id)}
          >
            <th scope="row" className="results-name">
              {onSelect ? (
                <button type="button" aria-pressed={row.id === selectedId} title={row.name}>
                  {row.name}
                </button>
              ) : (
                <span title={row.name}>{row.name}</span>
              )}
            </th>
            {columns.map((column) => (
              <td key={column.key} className={column.wide ? 'results-wide' : undefined}>
                {column.draw(row)}
              </td>
            ))}
          </tr>
        ))}
      </RowMenu>
    </table>
  );
}
