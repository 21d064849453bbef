// A defect while drawing: logged under a number, and the design is still there to be saved.
import { Component, type ReactNode } from 'react';
import { logDefect } from './commands/defects.ts';
import { save } from './commands/file-actions.ts';
import { DialogHost } from './panels/dialogs/DialogHost.tsx';
import { Button } from './theme/Button.tsx';
import { t } from './texts.ts';

interface State {
  readonly error: Error | null;
  readonly number: string | null;
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null, number: null };

  static getDerivedStateFromError(error: Error): Partial<State> {
    return { error };
  }

  override componentDidCatch(error: Error): void {
    void logDefect(error).then((number) => this.setState({ number }));
  }

  override render(): ReactNode {
    const { error, number } = this.state;
    if (error === null) return this.props.children;
    return (
      <main className="app-broken" role="alert">
        <h1>{t('shell.notDrawn')}</h1>
        <p>{error.message}</p>
        <p>{number === null ? t('shell.notLost') : t('shell.loggedNotLost', { number })}</p>
        <p className="app-broken-buttons">
          <Button look="filled" onClick={() => this.setState({ error: null, number: null })}>
            {t('shell.drawAgain')}
          </Button>
          <Button onClick={() => save()}>{t('shell.saveDesign')}</Button>
        </p>
        <DialogHost />
      </main>
    );
  }
}
