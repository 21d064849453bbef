// What a reader of the figures must know: not settled, saturated, a wide interval.
import type { Result } from '../../../src/simulation/result.ts';
import { documentStore, useDocument } from '../../state/document.ts';
import { select } from '../../state/selection.ts';
import { sentence } from '../findings/sentence.ts';
import { whereabouts } from '../findings/where.ts';
import { reportWords } from './words.ts';

export function NotesList({ result }: { result: Result }) {
  const design = useDocument((state) => state.design);
  if (result.notes.length === 0) return <p className="results-hint">{reportWords().noNotes}</p>;
  return (
    <ul className="results-notes">
      {result.notes.map((note) => (
        <li key={`${note.rule} ${note.path} ${note.message}`}>
          <button
            type="button"
            onClick={() => select(whereabouts(documentStore.getState().design, note.path).selection)}
          >
            {note.path !== '' && <strong>{whereabouts(design, note.path).label}: </strong>}
            {sentence(note.message)}
          </button>
        </li>
      ))}
    </ul>
  );
}
