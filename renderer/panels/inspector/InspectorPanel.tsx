// The content of the "Design" tab: the fields of what is selected, or of the design itself.
import { useSelection } from '../../state/selection.ts';
import { HelpLine } from '../fields/HelpLine.tsx';
import { ComponentForm } from './ComponentForm.tsx';
import { ConnectionForm } from './ConnectionForm.tsx';
import { DesignForm } from './DesignForm.tsx';
import { GroupForm } from './GroupForm.tsx';
import './inspector.css';

function Form() {
  const { components, connections, groups } = useSelection((state) => state);
  const [connection] = connections;
  if (components.length > 0) return <ComponentForm key={components.join(' ')} ids={components} />;
  if (connection !== undefined) return <ConnectionForm key={connections.join(' ')} ids={connections} />;
  if (groups.length > 0) return <GroupForm key={groups.join(' ')} ids={groups} />;
  return <DesignForm />;
}

export function InspectorPanel() {
  return (
    <div className="fields-panel">
      <Form />
      <HelpLine />
    </div>
  );
}
