// A choice from a short list: the system's own list, drawn like the other controls.
import { ChevronDown } from 'lucide-react';
import type { SelectHTMLAttributes } from 'react';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
}

export function Select({ label, value, choices, onChoose, className = '', ...rest }: SelectProps) {
  return (
    <span className={`select ${className}`}>
      <select aria-label={label} value={value} onChange={(event) => onChoose(event.target.value)} {...rest}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden="true" />
    </span>
  );
}
