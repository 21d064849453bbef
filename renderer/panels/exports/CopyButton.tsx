// Puts a text on the clipboard, and says that it is there.
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { start } from '../../commands/defects.ts';
import { notify } from '../../state/panels.ts';
import { t } from '../../texts.ts';
import { Button } from '../../theme/Button.tsx';
import { copyText } from './copy-text.ts';

export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    if (await copyText(text)) setCopied(text);
    else notify('error', t('exports.cannotCopy'), t('exports.cannotCopyMend'));
  };
  const isCopied = copied === text;
  return (
    <Button icon={isCopied ? Check : Copy} onClick={() => start(copy)}>
      {isCopied ? t('exports.copied') : label}
    </Button>
  );
}
