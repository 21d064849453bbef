// Tells i18next which texts there are.
import 'i18next';
import type { texts } from '../src/texts/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: (typeof texts)['en'] };
  }
}
