// Titles within a sentence: English writes them small, German nouns stay as they are.
import i18next from 'i18next';

export function inSentence(title: string): string {
  const isShort = title === title.toUpperCase();
  return isShort || !i18next.language.startsWith('en') ? title : title.charAt(0).toLowerCase() + title.slice(1);
}
