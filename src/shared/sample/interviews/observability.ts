import type { Interview } from './interview.ts';

/** What was said at Acme Health about observability. */
export const observability: Interview = {
  'logs-in-one-place': [
    2,
    {
      en: 'Three places: CloudWatch, a disk on the laboratory server, the supplier’s portal.',
      es: 'Tres sitios: CloudWatch, un disco del servidor del laboratorio y el portal del proveedor.',
    },
  ],
  'logs-structured': 2,
  'logs-without-secrets': [
    1,
    {
      en: 'Names of patients in the logs of the letter service, seen on site. Ticket opened the same day.',
      es: 'Nombres de pacientes en los registros del servicio de cartas, vistos en persona. Incidencia abierta el mismo día.',
    },
  ],
  'logs-kept': { take: 1 },
  'what-users-feel': 2,
  objectives: [
    1,
    {
      en: 'A number is in the contract with the group and nobody measures it.',
      es: 'El contrato con el grupo fija una cifra y nadie la mide.',
    },
  ],
  'resources-measured': { take: 2 },
  'business-figures': [
    2,
    {
      en: 'Bookings per hour, on a screen in the call centre only.',
      es: 'Reservas por hora, solo en una pantalla del centro de llamadas.',
    },
  ],
  'request-followed': 1,
  'dependencies-known': 1,
  'outside-services': 1,
  'alerts-worth-waking': {
    level: 1,
    otherwise: {
      en: 'The alarms are there. Of 212 last week three needed a person, so they are muted at night.',
      es: 'Las alarmas existen. De 212 de la semana pasada, tres necesitaban a una persona, así que de noche se silencian.',
    },
  },
  'alerts-arrive': { take: 2 },
  'alert-to-action': 1,
  'silence-noticed': {
    not: 'not-yet',
    note: {
      en: 'A new provider takes over in January; to be asked again then.',
      es: 'Un proveedor nuevo toma el relevo en enero; se volverá a preguntar entonces.',
    },
  },
  'dashboards-used': 2,
  'developers-look': 2,
  'security-signals': { take: 1 },
  'legacy-in-view': [
    1,
    {
      en: 'The laboratory system and both imaging archives.',
      es: 'El sistema de laboratorio y los dos archivos de imágenes.',
    },
  ],
};
