import type { z } from 'zod';
import { FieldbookError } from '../shared/contract/errors.ts';
import { said } from '../shared/shape.ts';
import type { Texts } from './texts.ts';

/** What somebody gave cannot be used: told in the language in which they are spoken to, unlike other errors. */
export const refusal = (
  { language }: Texts,
  message: string,
  next: string,
  options: { cause?: unknown } = {},
): FieldbookError => new FieldbookError('bad-input', message, next, { ...options, language });

/** A value by its shape; what is wrong with it is said in the language of the texts. */
export const parsed = <T>(schema: z.ZodType<T>, value: unknown, texts: Texts) =>
  schema.safeParse(value, {
    error: (issue) => {
      const { key, values } = said(issue, issue.input === undefined);
      return texts.t(`shape.${key}`, values);
    },
  });

/** What is wrong with the shape of something, each with the property that it is about. */
export const problemsOf = ({ issues }: z.core.$ZodError, texts: Texts): string =>
  issues
    .map(({ path, message }) =>
      texts.t('files.shape', { path: path.join('.') || texts.t('files.whole'), problem: message }),
    )
    .join('\n');
