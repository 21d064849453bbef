// What was just done or went wrong, at the foot of the canvas; it goes away by itself.
import { CircleAlert, Info, X } from 'lucide-react';
import { useEffect } from 'react';
import { dismissNotice, usePanels, type Notice } from '../state/panels.ts';
import { t } from '../texts.ts';
import { Button, IconButton } from '../theme/Button.tsx';

/** A complaint stays longer, so that it can be read to its end. */
const SHOWN_MS: Readonly<Record<Notice['tone'], number>> = { info: 6000, error: 20_000 };

function Bar({ notice }: { readonly notice: Notice }) {
  const isError = notice.tone === 'error';
  const Icon = isError ? CircleAlert : Info;
  return (
    <div className={`notice notice-${notice.tone}`}>
      <Icon size={16} aria-hidden="true" />
      <span className="notice-text">
        <span className="notice-message">{notice.message}</span>
        {notice.detail !== null && <span className="notice-detail">{notice.detail}</span>}
      </span>
      {notice.action && (
        <Button
          onClick={() => {
            dismissNotice();
            notice.action?.run();
          }}
        >
          {notice.action.title}
        </Button>
      )}
      <IconButton icon={X} label={t('shell.dismiss')} onClick={dismissNotice} />
    </div>
  );
}

export function NoticeBar() {
  const notice = usePanels((state) => state.notice);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(dismissNotice, SHOWN_MS[notice.tone]);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <>
      <div className="notice-place" role="status">
        {notice?.tone === 'info' && <Bar notice={notice} />}
      </div>
      <div className="notice-place" role="alert">
        {notice?.tone === 'error' && <Bar notice={notice} />}
      </div>
    </>
  );
}
