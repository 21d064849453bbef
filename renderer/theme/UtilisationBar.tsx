// Utilisation as a bar on the common scale; the figure stands beside it wherever it is used.
import { utilisationClass } from './utilisation.ts';

/** `utilisation` as a share; decorative, since the number is always written as well. */
export function UtilisationBar({ utilisation }: { readonly utilisation: number }) {
  const width = `${Math.min(100, Math.max(0, utilisation * 100))}%`;
  return (
    <span className="utilisation-bar" aria-hidden="true">
      <span className={`utilisation-bar-fill ${utilisationClass(utilisation)}`} style={{ width }} />
    </span>
  );
}
