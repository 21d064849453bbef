// Connecting by keyboard: the component that the chosen one is to call.
import { Command as Cmdk } from 'cmdk';
import { componentById, nameOf } from '../../../src/model/graph.ts';
import { kindTitle } from '../../kind-words.ts';
import { connectComponents, refusedCallees } from '../../canvas/connecting.ts';
import { closeDialog } from '../../state/panels.ts';
import { documentStore } from '../../state/document.ts';
import { KindIcon } from '../../theme/KindIcon.tsx';
import { t } from '../../texts.ts';
import { Picker } from './Picker.tsx';

export function ConnectDialog({ from }: { readonly from: string }) {
  const { design } = documentStore.getState();
  const source = componentById(design, from);
  const title = t('dialogs.connectTo', { name: source ? nameOf(source) : from });
  const refused = refusedCallees(design, from);
  return (
    <Picker title={title} placeholder={`${title} …`}>
      {design.components
        .filter(({ id }) => id !== from)
        .map((component) => {
          const isRefused = refused.has(component.id);
          return (
            <Cmdk.Item
              key={component.id}
              className="picker-item"
              value={`${nameOf(component)} ${component.id}`}
              disabled={isRefused}
              onSelect={() => {
                closeDialog();
                connectComponents(from, component.id);
              }}
            >
              <KindIcon kind={component.kind} />
              <span className="picker-item-title">{nameOf(component)}</span>
              <span className="picker-item-note">
                {isRefused ? t('connections.cycleShort') : kindTitle(component.kind)}
              </span>
            </Cmdk.Item>
          );
        })}
    </Picker>
  );
}
