/**
 * The languages that Fieldbook speaks, each with the BCP 47 tag of its home, by which its numbers and dates are written.
 * A further one is a line here, its words in resources/texts/<language>, and the window's table of them in
 * src/renderer/texts; nothing else names a language.
 */
export const homes = { en: 'en-US', es: 'es-ES' } as const;

export type Language = keyof typeof homes;

export const languages = Object.keys(homes) as Language[];

/** Fieldbook's language for a BCP 47 tag: English where it has no other. */
export const languageOf = (locale: string): Language =>
  languages.find((language) => speaks(locale, language)) ?? 'en';

/** Numbers and dates as the system's region writes them where it speaks the language, else as the language is at home. */
export const localeFor = (system: string, language: Language): string =>
  speaks(system, language) ? system : homes[language];

const speaks = (locale: string, language: Language): boolean => locale.split('-', 1)[0] === language;

/** Files of all languages, as `import.meta.glob` gives them by their paths, by the language that the path names. */
export function byLanguage<T>(files: Readonly<Record<string, T>>): Record<Language, T> {
  const found = languages.map((language) => {
    const path = Object.keys(files).find((path) => path.split(/[/.]/).includes(language));
    if (path === undefined) throw new Error(`None of ${Object.keys(files).join(', ')} is in '${language}'.`);
    return [language, files[path]] as const;
  });
  return Object.fromEntries(found) as Record<Language, T>;
}
