// The window's buttons: with text, or an icon alone with its name in a tooltip.
import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { Tooltip } from './Tooltip.tsx';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'plain' | 'filled' | 'quiet' | 'danger';
  readonly icon?: LucideIcon;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', icon: Icon, className = '', children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={`button button-${look} ${className}`} {...rest}>
      {Icon && <Icon size={14} aria-hidden="true" />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children'> {
  readonly icon: LucideIcon;
  /** The accessible name, and the tooltip unless that says more. */
  readonly label: string;
  readonly tooltip?: string;
  /** As shown: `Ctrl+Z`. */
  readonly keys?: string | undefined;
}

export function IconButton({
  icon: Icon,
  label,
  tooltip,
  keys,
  look = 'quiet',
  className = '',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={tooltip ?? label} keys={keys}>
      <button type="button" className={`button button-icon button-${look} ${className}`} aria-label={label} {...rest}>
        <Icon size={16} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
