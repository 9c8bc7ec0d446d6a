import type { Interview } from './interview.ts';

/** What was said at Acme Health about the figures of delivery. */
export const deliveryMetrics: Interview = {
  'service-and-deployment': [
    3,
    {
      en: 'The **patient portal**; a deployment is a new version of it in production, settings not counted.',
      es: 'El **portal del paciente**; un despliegue es una versión nueva en producción, sin contar los ajustes.',
    },
  ],
  'source-of-figures': {
    choice: 'sample',
    note: {
      en: 'Twenty deployments and all incidents of August to October, counted with Mr. Okafor.',
      es: 'Veinte despliegues y todos los incidentes de agosto a octubre, contados con el Sr. Okafor.',
    },
  },
  'deployment-frequency': {
    number: 3,
    note: {
      en: 'Nine in three months; two weeks without, because of the audit.',
      es: 'Nueve en tres meses; dos semanas sin ninguno, por la auditoría.',
    },
  },
  'change-lead-time': {
    number: 210,
    note: {
      en: 'Middle value of ten changes; they wait longest for the board on Thursday.',
      es: 'Mediana de diez cambios; lo que más esperan es el comité del jueves.',
    },
  },
  'where-changes-wait': 2,
  'change-fail-rate': { number: 22, note: { en: 'Two of nine.', es: 'Dos de nueve.' } },
  'recovery-time': {
    number: 5,
    note: { en: 'Two cases: four and six hours.', es: 'Dos casos: cuatro y seis horas.' },
  },
  'rework-rate': {
    number: 33,
    note: { en: 'Three of nine were corrections.', es: 'Tres de nueve fueron correcciones.' },
  },
  'failures-linked': 1,
  'goal-for-figures': {
    not: 'not-yet',
    note: { en: 'To be agreed in the second phase.', es: 'Se acordará en la segunda fase.' },
  },
};
