import type { TagPolicy } from '../shared/model/engagement.ts';
import { list } from './format.ts';

/** `env=prod,staging` asks for a tag and its values, `owner` for a tag with any value. */
export const tagPolicyOf = (tags: readonly string[]): TagPolicy => ({
  required: tags.map((tag) => {
    const [key = '', values = ''] = tag.split(/=(.*)/s);
    return { key, values: list(values) };
  }),
});
