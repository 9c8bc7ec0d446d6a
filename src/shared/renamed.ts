import type { OwnTemplate } from './model/records/checklist.ts';

/** The same template under another id, which all its items take over. */
export function renamed({ id: old, template, words }: OwnTemplate, id: string): OwnTemplate {
  const own = new Set(template.items.map((item) => item.id));
  const anew = (item: string) => (own.has(item) ? `${id}${item.slice(old.length)}` : item);
  return {
    id,
    template: {
      ...template,
      id,
      items: template.items.map((item) => ({
        ...item,
        id: anew(item.id),
        dependsOn: item.dependsOn.map((one) => ({ ...one, item: anew(one.item) })),
      })),
    },
    words: Object.fromEntries(
      Object.entries(words).map(([language, said]) => [
        language,
        {
          ...said,
          items: Object.fromEntries(Object.entries(said.items).map(([item, text]) => [anew(item), text])),
        },
      ]),
    ),
  };
}
