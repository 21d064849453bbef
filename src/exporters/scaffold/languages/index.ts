// The list of languages.
import type { LanguageId } from '../language-names.ts';
import { go } from './go/go.ts';
import { hypnoscript } from './hypnoscript/hypnoscript.ts';
import { java } from './java/java.ts';
import type { Language } from './language.ts';
import { python } from './python/python.ts';
import { typescript } from './typescript/typescript.ts';

export const languages: Readonly<Record<LanguageId, Language>> = { hypnoscript, typescript, python, go, java };
