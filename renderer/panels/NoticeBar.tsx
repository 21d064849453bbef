// What was just done or went wrong, at the foot of the canvas; what went well goes away by itself.
import { CircleAlert, Info, X } from 'lucide-react';
import { useEffect } from 'react';
import { dismissNotice, usePanels, type Notice } from '../state/panels.ts';
import { IconButton } from '../theme/Button.tsx';

const SHOWN_MS = 6000;

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
      <IconButton icon={X} label="Dismiss" onClick={dismissNotice} />
    </div>
  );
}

export function NoticeBar() {
  const notice = usePanels((state) => state.notice);
  useEffect(() => {
    if (notice?.tone !== 'info') return;
    const timer = setTimeout(dismissNotice, SHOWN_MS);
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
