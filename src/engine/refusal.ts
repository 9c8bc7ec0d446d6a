import { z } from 'zod';
import { FieldbookError } from '../shared/contract/errors.ts';
import type { Language } from '../shared/model/languages.ts';
import type { Texts } from './texts.ts';

/** What somebody gave cannot be used: told in the language in which they are spoken to, unlike other errors. */
export const refusal = (
  { language }: Texts,
  message: string,
  next: string,
  options: { cause?: unknown } = {},
): FieldbookError => new FieldbookError('bad-input', message, next, { ...options, language });

const messages: Record<Language, z.core.$ZodErrorMap> = {
  en: z.locales.en().localeError,
  es: z.locales.es().localeError,
};

/** A value by its shape; what is wrong with it is said in the language of the texts. */
export const parsed = <T>(schema: z.ZodType<T>, value: unknown, { language }: Texts) =>
  schema.safeParse(value, { error: messages[language] });

/** What is wrong with the shape of something, each with the property that it is about. */
export const problemsOf = ({ issues }: z.core.$ZodError, texts: Texts): string =>
  issues
    .map(({ path, message }) =>
      texts.t('files.shape', { path: path.join('.') || texts.t('files.whole'), problem: message }),
    )
    .join('\n');
