import { FieldbookError } from '../../src/shared/contract/errors.ts';

/** The error that something throws, so that a test can look at its code and words. */
export async function thrownBy(work: () => unknown): Promise<FieldbookError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof FieldbookError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown');
}
