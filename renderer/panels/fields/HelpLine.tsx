// What the field in focus means, in a line at the foot of its form: for those who come by keyboard, without a tooltip.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

interface HelpState {
  /** Of the field that has the focus. */
  readonly id: string;
  readonly title: string;
  readonly help: string;
}

const helpStore = createStore<{ readonly shown: HelpState | null }>(() => ({ shown: null }));

export function showHelp(id: string, title: string, help: string | undefined): void {
  helpStore.setState({ shown: help === undefined ? null : { id, title, help } });
}

/** When the field loses the focus or leaves the screen. */
export function hideHelp(id: string): void {
  if (helpStore.getState().shown?.id === id) helpStore.setState({ shown: null });
}

export function HelpLine() {
  const shown = useStore(helpStore, (state) => state.shown);
  return (
    <div className="field-help-place" aria-hidden="true">
      {shown && (
        <p className="field-help-line">
          <strong>{shown.title}</strong> {shown.help}
        </p>
      )}
    </div>
  );
}
