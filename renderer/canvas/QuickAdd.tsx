// The list of kinds that opens where a connection was let go over nothing: what is chosen is added there and called.
import { Command as Cmdk } from 'cmdk';
import { Popover } from 'radix-ui';
import { useMemo } from 'react';
import { families, kinds } from '../../src/catalogue/index.ts';
import { componentById, nameOf } from '../../src/model/graph.ts';
import { canvasStore } from '../state/canvas.ts';
import { documentStore } from '../state/document.ts';
import { useGesture, type QuickAdd as Question } from '../state/gesture.ts';
import { kindTitle } from '../kind-words.ts';
import { t } from '../texts.ts';
import { KindIcon } from '../theme/KindIcon.tsx';
import { addConnected, closeQuickAdd } from './quick-add.ts';

function List({ question }: { readonly question: Question }) {
  const { from, screen } = question;
  const anchor = useMemo(
    () => ({ current: { getBoundingClientRect: () => new DOMRect(screen.x, screen.y, 0, 0) } }),
    [screen],
  );
  const source = componentById(documentStore.getState().design, from);
  const title = t('nodes.quickAdd', { what: source ? nameOf(source) : from });
  return (
    <Popover.Root open onOpenChange={(open) => !open && closeQuickAdd()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          className="quick-add"
          aria-label={title}
          align="start"
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            canvasStore.getState().viewport?.focus();
          }}
        >
          <Cmdk label={title} loop>
            <Cmdk.Input className="picker-input quick-add-input" placeholder={t('nodes.searchKinds')} />
            <Cmdk.List className="picker-list quick-add-list">
              <Cmdk.Empty className="picker-none">{t('nodes.noKind')}</Cmdk.Empty>
              {families.map(({ key }) => (
                <Cmdk.Group key={key} heading={t(`palette.families.${key}`)} className="quick-add-family">
                  {kinds
                    .filter(({ family }) => family === key)
                    .map((kind) => (
                      <Cmdk.Item
                        key={kind.key}
                        className="picker-item"
                        value={kindTitle(kind.key)}
                        keywords={[kind.key, kind.title, t(`palette.families.${key}`)]}
                        onSelect={() => addConnected(kind.key)}
                        style={{ '--family': `var(--family-${kind.family})` } as React.CSSProperties}
                      >
                        <KindIcon kind={kind.key} />
                        <span className="picker-item-title">{kindTitle(kind.key)}</span>
                      </Cmdk.Item>
                    ))}
                </Cmdk.Group>
              ))}
            </Cmdk.List>
          </Cmdk>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

export function QuickAdd() {
  const question = useGesture((state) => state.quickAdd);
  return question && <List question={question} />;
}
