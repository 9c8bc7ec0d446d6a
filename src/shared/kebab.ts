/** Any words as an id: small letters, digits and hyphens. */
export function kebabOf(text: string, otherwise: string): string {
  const kebab = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return kebab === '' ? otherwise : kebab;
}
