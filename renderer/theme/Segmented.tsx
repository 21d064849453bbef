// A choice of a few, all in sight: radio buttons drawn as one bar.
import { useId } from 'react';

interface SegmentedProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly onChoose: (value: V) => void;
}

export function Segmented<V extends string>({ label, value, choices, onChoose }: SegmentedProps<V>) {
  const name = useId();
  return (
    <span className="segmented" role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value} className="segmented-choice">
          <input
            className="visually-hidden"
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </span>
  );
}
