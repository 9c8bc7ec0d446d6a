import type { Interview } from './interview.ts';

/** What was said at Acme Health about security and privacy. */
export const security: Interview = {
  'risk-analysis': [
    2,
    {
      en: 'Last one of **March 2024**, by an outside firm. Leaves out telemedicine and the data platform, both built since.',
      es: 'La última es de **marzo de 2024**, hecha por una empresa externa. Deja fuera la telemedicina y la plataforma de datos, ambas posteriores.',
    },
  ],
  'responsible-person': [
    2,
    {
      en: 'Dr. Renner is privacy officer besides her post in the laboratory, about half a day a week. Security: head of IT.',
      es: 'La Dra. Renner es responsable de privacidad además de su puesto en el laboratorio, una media jornada a la semana. Seguridad: el jefe de TI.',
    },
  ],
  'policies-alive': 2,
  training: [
    2,
    {
      en: 'One film a year, the same for all. Last phishing test: 19 % clicked, 4 % reported.',
      es: 'Un vídeo al año, igual para todos. Última prueba de phishing: el 19 % hizo clic, el 4 % avisó.',
    },
  ],
  consequences: [
    3,
    {
      en: 'Two warnings in 2025, both after a colleague reported it. The works council agreed the steps.',
      es: 'Dos amonestaciones en 2025, ambas tras el aviso de un compañero. El comité de empresa acordó los pasos.',
    },
  ],
  'independent-look': 1,
  'rights-by-task': { take: 1 },
  'rights-granted': [
    2,
    {
      en: 'By e-mail to the help desk; the head of the ward is in copy and seldom answers.',
      es: 'Por correo al centro de soporte; la jefatura de planta va en copia y rara vez responde.',
    },
  ],
  'rights-reviewed': {
    level: 1,
    otherwise: {
      en: 'Keys are rotated by a script. Nobody goes through the list of *people*; the last review was in 2023.',
      es: 'Un script rota las claves. Nadie repasa la lista de *personas*; la última revisión fue en 2023.',
    },
  },
  'second-factor': { take: 1 },
  'no-shared-accounts': {
    level: 1,
    otherwise: {
      en: 'The scan sees AWS only. Ward computers share one sign-in per station, nine stations in all.',
      es: 'El análisis solo ve AWS. Los ordenadores de planta comparten una cuenta por puesto de control, nueve en total.',
    },
    note: {
      en: 'Seen on ward 3: sign-in on a note under the keyboard. Agreed with the ward manager: badge sign-in from Q1.',
      es: 'Visto en la planta 3: la contraseña en una nota bajo el teclado. Acordado con la jefa de planta: acceso con tarjeta desde el primer trimestre.',
    },
  },
  administrators: {
    level: 2,
    otherwise: {
      en: 'By a jump host for the data centre, with a password; the scan sees the cloud alone.',
      es: 'Por un servidor de salto en el centro de datos, con contraseña; el análisis solo ve la nube.',
    },
  },
  'machine-identities': { take: 1 },
  screening: {
    not: 'other-party',
    note: {
      en: 'The personnel department of the holding does it for all companies of the group.',
      es: 'El departamento de personal del grupo lo hace para todas sus empresas.',
    },
  },
  'access-watched': 1,
  purpose: 2,
  'people-ask': [
    3,
    {
      en: 'Eleven requests this year, all within three weeks. The list of systems is kept by Dr. Renner.',
      es: 'Once solicitudes este año, todas atendidas en tres semanas. La Dra. Renner lleva la lista de sistemas.',
    },
  ],
  'analytics-without-names': [
    1,
    {
      en: 'The data platform gets whole patient records each night. Birth date and postcode stay in.',
      es: 'La plataforma de datos recibe cada noche historias clínicas completas. La fecha de nacimiento y el código postal se quedan.',
    },
  ],
  'sending-data': {
    level: 2,
    otherwise: {
      en: 'Buckets are closed, and staff still send PDF files by e-mail when the portal is slow.',
      es: 'Los buckets están cerrados, y el personal sigue enviando archivos PDF por correo cuando el portal va lento.',
    },
  },
  keys: { take: 2 },
  'encrypted-at-rest': { take: 2 },
  'shared-with-the-world': { take: 1 },
  'unauthorized-change': 1,
  rooms: [
    3,
    {
      en: 'Seen on site: badge and camera. The closet on floor 2 was open, and was closed while we stood there.',
      es: 'Visto en persona: tarjeta y cámara. El armario de la planta 2 estaba abierto y lo cerraron delante de nosotros.',
    },
  ],
  'building-plan': {
    not: 'other-party',
    note: { en: 'Facility management of the landlord.', es: 'La gestión del edificio del arrendador.' },
  },
  workplaces: 2,
  'laptops-and-phones': [
    3,
    {
      en: 'All laptops are encrypted and managed. Private phones read mail without management.',
      es: 'Todos los portátiles están cifrados y gestionados. Los teléfonos privados leen el correo sin gestión.',
    },
  ],
  media: 3,
  'home-and-away': 2,
  contracts: [
    2,
    {
      en: 'AWS and the laboratory software have agreements. **Missing**: the transcription service, in use since summer.',
      es: 'AWS y el software de laboratorio tienen contrato. **Falta**: el servicio de transcripción, en uso desde el verano.',
    },
  ],
  'supplier-review': 1,
  'supplier-remote': { take: 1 },
  vulnerabilities: 1,
  malware: 3,
  hardened: { take: 1 },
  'attack-tried': [
    1,
    {
      en: 'Paid for once, in 2022. Two of the five serious results are still open.',
      es: 'Contratada una vez, en 2022. Dos de los cinco resultados graves siguen abiertos.',
    },
  ],
  'old-devices': [
    2,
    {
      en: 'Four ultrasound devices on Windows 7, in a network of their own since spring.',
      es: 'Cuatro ecógrafos con Windows 7, en una red propia desde la primavera.',
    },
  ],
  'breach-decided': 2,
  'staff-report': 3,
};
