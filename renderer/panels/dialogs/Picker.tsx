// A dialog in which one thing is found by typing and chosen with the keys: the frame of the command palette.
import { Command as Cmdk } from 'cmdk';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { closeDialog } from '../../state/panels.ts';
import { t } from '../../texts.ts';

interface PickerProps {
  /** The name of the dialog. */
  readonly title: string;
  readonly placeholder: string;
  readonly children: ReactNode;
}

export function Picker({ title, placeholder, children }: PickerProps) {
  return (
    <Radix.Root open onOpenChange={(open) => !open && closeDialog()}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-shade" />
        <Radix.Content className="dialog picker" aria-describedby={undefined}>
          <Radix.Title className="visually-hidden">{title}</Radix.Title>
          <Cmdk label={title} loop>
            <Cmdk.Input className="picker-input" placeholder={placeholder} />
            <Cmdk.List className="picker-list">
              <Cmdk.Empty className="picker-none">{t('dialogs.nothingCalledThat')}</Cmdk.Empty>
              {children}
            </Cmdk.List>
          </Cmdk>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
