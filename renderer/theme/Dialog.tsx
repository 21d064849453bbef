// A dialog in front of the window: title, optional sentence, body, and buttons at the foot.
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { t } from '../texts.ts';

interface DialogProps {
  readonly title: string;
  readonly text?: string;
  readonly wide?: boolean;
  readonly size?: 'largest';
  readonly foot?: ReactNode;
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

export function Dialog({ title, text, wide = false, size, foot, children, onClose }: DialogProps) {
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-shade" />
        <Radix.Content
          className={`dialog ${wide ? 'dialog-wide' : ''} ${size === undefined ? '' : `dialog-${size}`}`}
          onEscapeKeyDown={(event) => {
            // A field that waits for keys takes this one too.
            if (document.activeElement?.hasAttribute('data-takes-escape')) event.preventDefault();
          }}
          {...(text === undefined && { 'aria-describedby': undefined })}
        >
          <div className="dialog-head">
            <Radix.Title className="dialog-title">{title}</Radix.Title>
            {/* No tooltip here: it would take the first Escape for itself. */}
            <button
              type="button"
              className="button button-icon button-quiet"
              aria-label={t('dialogs.close')}
              onClick={onClose}
            >
              <X size={16} aria-hidden="true" />
            </button>
          </div>
          <div className="dialog-body">
            {text !== undefined && <Radix.Description className="dialog-text">{text}</Radix.Description>}
            {children}
          </div>
          {foot && <div className="dialog-foot">{foot}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
