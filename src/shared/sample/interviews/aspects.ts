import type { Interview } from './interview.ts';

/** What was said at Acme Health about the aspects of the diagnosis. */
export const aspects: Interview = {
  'accounts-complete': { take: 2 },
  owners: [
    2,
    {
      en: 'Named for production. Eleven resources of research have nobody.',
      es: 'Nombrados para producción. Once recursos de investigación no tienen a nadie.',
    },
  ],
  'outside-the-cloud': 1,
  'where-sensitive-data-lives': [
    1,
    {
      en: 'Known for the portal and the laboratory. **Not** known for exports of the data platform.',
      es: 'Se sabe del portal y del laboratorio. **No** se sabe de las exportaciones de la plataforma de datos.',
    },
  ],
  places: {
    level: 3,
    otherwise: {
      en: 'Two Regions are meant: the second holds the copies. The contract with the group allows both.',
      es: 'Se quieren dos regiones: la segunda guarda las copias. El contrato con el grupo permite ambas.',
    },
  },
  'growth-expected': 2,
  tags: { take: 1 },
  'end-of-support': { take: 1 },
  'approved-building-blocks': 1,
  'who-made-it': { take: 1 },
  'taken-out-of-service': { take: 1 },
  'peaks-known': [
    3,
    {
      en: 'Mondays from 7 to 9, and the day when the vaccination slots open.',
      es: 'Los lunes de 7 a 9, y el día en que se abren las citas de vacunación.',
    },
  ],
  'follows-the-load': { take: 1 },
  'single-points': { take: 1 },
  'database-headroom': { take: 2 },
  'slow-partners': [
    1,
    {
      en: 'When the insurers’ service was slow in October, the whole portal stood still.',
      es: 'Cuando el servicio de las aseguradoras fue lento en octubre, el portal entero se detuvo.',
    },
  ],
  diagram: {
    level: 1,
    otherwise: {
      en: 'What the scan found is tidy; the diagram that people use is of 2023 and lacks the second account.',
      es: 'Lo que el análisis encontró está ordenado; el diagrama que se usa es de 2023 y no tiene la segunda cuenta.',
    },
  },
  'address-plan': { take: 3 },
  'entry-points': { take: 1 },
  'site-links': {
    not: 'other-party',
    note: {
      en: 'The group’s network team; their manager will be asked in phase two.',
      es: 'El equipo de red del grupo; se preguntará a su responsable en la fase dos.',
    },
  },
  'segments-and-ways-out': { take: 2 },
  'sizes-from-measurement': { take: 1 },
  'hours-of-need': [
    1,
    {
      en: 'The test environments run all night and every weekend.',
      es: 'Los entornos de prueba funcionan toda la noche y todos los fines de semana.',
    },
  ],
  'redundant-work': { not: 'not-used' },
  'bill-read': 2,
  surprises: [
    1,
    {
      en: 'NAT traffic in May: 4,100 USD, seen when the invoice came.',
      es: 'Tráfico de NAT en mayo: 4100 USD, visto al llegar la factura.',
    },
  ],
  commitments: { take: 1 },
  'price-before-building': 1,
};
