import type { Interview } from './interview.ts';

/** What was said at Acme Health about how software is made and run. */
export const devops: Interview = {
  'plan-work-visible': [
    3,
    {
      en: 'One board for all three teams. Work for auditors is on a sheet of its own.',
      es: 'Un tablero para los tres equipos. El trabajo para los auditores está en una hoja aparte.',
    },
  ],
  'plan-small-pieces': [
    2,
    {
      en: 'Three weeks in the middle; the booking rewrite has been going on for seven months.',
      es: 'Tres semanas de mediana; la reescritura de las reservas lleva siete meses.',
    },
  ],
  'plan-goal-with-measure': 1,
  'plan-security-from-the-start': 1,
  'plan-operations-at-the-table': [
    2,
    {
      en: 'Since September one person of operations sits in. First effect: the queue has a limit.',
      es: 'Desde septiembre participa una persona de operaciones. Primer efecto: la cola tiene un límite.',
    },
  ],
  'build-one-command': [
    3,
    {
      en: 'Tried on site: `make dev`, 14 minutes on an empty laptop. Needs a VPN for the test data.',
      es: 'Probado en persona: `make dev`, 14 minutos en un portátil vacío. Necesita una VPN para los datos de prueba.',
    },
  ],
  'build-branches': {
    choice: 'long',
    note: { en: 'Branches live for nine days on average.', es: 'Las ramas viven nueve días de media.' },
  },
  'build-on-every-change': [
    3,
    {
      en: 'Build and unit tests in 11 minutes. The laboratory interface is built by hand.',
      es: 'Compilación y pruebas unitarias en 11 minutos. La interfaz del laboratorio se compila a mano.',
    },
  ],
  'build-review': 3,
  'build-dependencies': [
    1,
    {
      en: 'No list of what is shipped. `log4j` of 2021 was found by chance in the letter service.',
      es: 'No hay lista de lo que se entrega. El `log4j` de 2021 apareció por casualidad en el servicio de cartas.',
    },
  ],
  'test-automated': [
    2,
    {
      en: '1,240 unit tests, 31 through the interface. Nobody would release on them alone.',
      es: '1240 pruebas unitarias, 31 por la interfaz. Nadie publicaría solo con ellas.',
    },
  ],
  'test-trustworthy': [
    1,
    {
      en: 'Started again until green: 38 of the last 100 runs.',
      es: 'Se repiten hasta que salen en verde: 38 de las últimas 100 ejecuciones.',
    },
  ],
  'test-data': [
    1,
    {
      en: 'A **copy of production**, renewed monthly, with names. To be told to Dr. Renner before the next copy.',
      es: 'Una **copia de producción**, renovada cada mes, con nombres. Hay que decírselo a la Dra. Renner antes de la próxima copia.',
    },
  ],
  'test-load-and-failure': 0,
  'test-security-in-pipeline': 1,
  'deliver-built-once': 3,
  'deliver-pipeline-as-code': [
    3,
    {
      en: 'In the repository for all but the laboratory interface.',
      es: 'En el repositorio, todo menos la interfaz del laboratorio.',
    },
  ],
  'deliver-approval': [
    2,
    {
      en: 'A board on Thursdays. It refused 1 change of 96 this year.',
      es: 'Un comité los jueves. Este año rechazó 1 cambio de 96.',
    },
  ],
  'deliver-environments-alike': 2,
  'deliver-database-changes': [
    2,
    {
      en: 'Scripts in the repository, run by hand by one of two people.',
      es: 'Scripts en el repositorio, ejecutados a mano por una de dos personas.',
    },
  ],
  'deploy-automated': 2,
  'deploy-step-by-step': {
    choice: 'rolling',
    level: 2,
    otherwise: {
      en: 'Services are replaced one by one for some users first; the scan judges the groups of servers.',
      es: 'Los servicios se sustituyen uno a uno, primero para algunos usuarios; el análisis juzga los grupos de servidores.',
    },
  },
  'deploy-way-back': [
    1,
    {
      en: 'Practised never. The last time it took five hours and a restore.',
      es: 'Nunca se ha practicado. La última vez llevó cinco horas y una restauración.',
    },
  ],
  'deploy-switches': 1,
  'deploy-settings-and-secrets': { take: 1 },
  'operate-infrastructure-as-code': [
    2,
    {
      en: 'The network and the clusters; not the older half of production, which was clicked together.',
      es: 'La red y los clústeres; no la mitad antigua de producción, que se creó a mano en la consola.',
    },
  ],
  'operate-runbooks': 2,
  'operate-patching': {
    level: 2,
    otherwise: {
      en: 'The older servers are patched by hand in a monthly window, which the scan does not see.',
      es: 'Los servidores antiguos se actualizan a mano en una ventana mensual, que el análisis no ve.',
    },
  },
  'operate-toil': 1,
  'operate-quotas-and-capacity': { take: 2 },
  'observe-first-to-know': [
    2,
    {
      en: 'Of the last five, two were noticed first by us, three by the front desk.',
      es: 'De los últimos cinco, dos los notamos primero nosotros, tres la recepción.',
    },
  ],
  'observe-part-of-done': 1,
  'observe-shared-view': 2,
  'observe-change-in-sight': 1,
  'observe-actions-of-users': [
    3,
    {
      en: 'Shown on site for one record: complete for the portal, not for the laboratory.',
      es: 'Mostrado en persona con una historia: completo en el portal, no en el laboratorio.',
    },
  ],
  'feedback-retrospective': 3,
  'feedback-users-heard': 2,
  'feedback-delivery-figures': 1,
  'feedback-knowledge-shared': 2,
  'feedback-mistakes-without-blame': [
    3,
    {
      en: 'Asked three people apart from each other: the same story, and nobody was named.',
      es: 'Preguntamos a tres personas por separado: la misma historia, y nadie fue señalado.',
    },
  ],
};
