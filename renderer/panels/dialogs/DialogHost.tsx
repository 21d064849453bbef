// The one dialog that stands in front, whichever it is.
import { usePanels } from '../../state/panels.ts';
import { AnalysisDialog } from '../analysis/AnalysisPanel.tsx';
import { SaveFiguresDialog } from '../results/saving/SaveFiguresDialog.tsx';
import { CompareDialog } from '../scenario/compare/CompareDialog.tsx';
import { TimelineDialog } from '../scenario/timeline/TimelineDialog.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { ConnectDialog } from './ConnectDialog.tsx';
import { EndsDialog } from './EndsDialog.tsx';
import { FileDialog } from './FileDialog.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { ProblemDialog } from './ProblemDialog.tsx';
import { ConflictDialog, OverwriteDialog, UnsavedDialog } from './QuestionDialogs.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';
import { WriteExportDialog } from './WriteExportDialog.tsx';
import { TemplatesDialog } from './TemplatesDialog.tsx';
import { RecoveredDialog } from '../../recovery/RecoveredDialog.tsx';
import { VersionsDialog } from '../versions/VersionsDialog.tsx';
import './dialogs.css';

export function DialogHost() {
  const dialog = usePanels((state) => state.dialog);
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'commands':
      return <CommandPalette />;
    case 'templates':
      return <TemplatesDialog />;
    case 'help':
      return <HelpDialog />;
    case 'settings':
      return <SettingsDialog />;
    case 'unsaved':
      return <UnsavedDialog then={dialog.then} />;
    case 'overwrite':
      return <OverwriteDialog message={dialog.message} mend={dialog.mend} then={dialog.then} />;
    case 'file':
      return (
        <FileDialog
          purpose={dialog.purpose}
          suggestedName={dialog.suggestedName}
          then={dialog.then}
          verb={dialog.verb}
        />
      );
    case 'write-export':
      return <WriteExportDialog folder={dialog.folder} theirs={dialog.theirs} gone={dialog.gone} then={dialog.then} />;
    case 'conflict':
      return <ConflictDialog />;
    case 'versions':
      return <VersionsDialog />;
    case 'recovered':
      return <RecoveredDialog />;
    case 'figures':
      return <SaveFiguresDialog />;
    case 'connect':
      return <ConnectDialog from={dialog.from} />;
    case 'timeline':
      return <TimelineDialog />;
    case 'compare-scenarios':
      return <CompareDialog />;
    case 'analysis':
      return <AnalysisDialog section={dialog.section} />;
    case 'ends':
      return <EndsDialog connectionId={dialog.connection} />;
    case 'problem':
      return (
        <ProblemDialog title={dialog.title} findings={dialog.findings} saveElsewhere={dialog.saveElsewhere ?? false} />
      );
  }
}
