import { taggingRequiredTags } from './tagging-required-tags.ts';

export const taggingChecks = [taggingRequiredTags];
