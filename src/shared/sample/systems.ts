import type { Client } from '../contract/define.ts';
import type { Contract } from '../contract/index.ts';
import type { SystemFields } from '../model/records/system.ts';
import { languageOf, spoken, type Words } from './words.ts';

type Text = 'name' | 'purpose' | 'owner' | 'vendor' | 'location' | 'agreement' | 'backup' | 'notes';

type Sample = Partial<Omit<SystemFields, Text | 'dependsOn'>> & {
  [Key in Exclude<Text, 'name'>]?: Words | SystemFields[Key];
} & {
  key: string;
  name: Words;
  /** Keys of systems before it in the list. */
  on?: readonly string[];
  aws?: readonly string[];
};

/** What runs at Acme Health outside of AWS, as it was told in the interviews of the first two weeks. */
export const sampleSystems: readonly Sample[] = [
  {
    key: 'directory',
    name: { en: 'Corporate directory and e-mail', es: 'Directorio corporativo y correo' },
    kind: 'saas',
    purpose: {
      en: 'Accounts of all employees, e-mail, calendars and shared documents',
      es: 'Cuentas de todos los empleados, correo, calendarios y documentos compartidos',
    },
    owner: { en: 'Marta Olsen, IT operations', es: 'Marta Olsen, operaciones de TI' },
    vendor: 'Microsoft 365',
    location: { en: 'United States, vendor regions', es: 'Estados Unidos, regiones del proveedor' },
    criticality: 'critical',
    dataClass: 'regulated',
    agreement: { en: 'BAA of 2024-02-12', es: 'BAA del 2024-02-12' },
    signIn: 'directory',
    backup: {
      en: 'none of our own beyond the retention of 90 days',
      es: 'ninguna propia más allá de la retención de 90 días',
    },
    lifecycle: 'in-use',
    contractEnd: '2027-11-30',
    supportEnd: '2030-12-31',
    aws: ['arn:aws:iam::111122223333:saml-provider/acme-directory'],
  },
  {
    key: 'site-vpn',
    name: { en: 'Site VPN', es: 'VPN entre sedes' },
    kind: 'on-site',
    purpose: {
      en: 'Connects the clinics and the old data centre to AWS and to each other',
      es: 'Conecta las clínicas y el antiguo centro de datos con AWS y entre sí',
    },
    owner: { en: 'Marta Olsen, IT operations', es: 'Marta Olsen, operaciones de TI' },
    vendor: { en: 'Two firewalls of 2017', es: 'Dos cortafuegos de 2017' },
    location: { en: 'Denver office', es: 'Oficina de Denver' },
    criticality: 'critical',
    dataClass: 'internal',
    signIn: 'shared-accounts',
    backup: {
      en: 'Configuration, by hand, last in March 2026',
      es: 'Configuración, a mano, la última en marzo de 2026',
    },
    lifecycle: 'to-be-replaced',
    contractEnd: '2027-02-28',
    supportEnd: '2025-12-31',
    aws: ['vpn-gateway-production'],
    notes: {
      en: 'The second firewall has been off since a failed update; a spare part was never ordered.',
      es: 'El segundo cortafuegos está apagado desde una actualización fallida; nunca se pidió el repuesto.',
    },
  },
  {
    key: 'laboratory',
    name: { en: 'Laboratory information system', es: 'Sistema de información del laboratorio' },
    kind: 'data-centre',
    purpose: {
      en: 'Orders and results of the laboratory; everything that a clinic prints comes from it',
      es: 'Peticiones y resultados del laboratorio; todo lo que imprime una clínica sale de él',
    },
    owner: { en: 'Dr. Priya Raman, laboratory', es: 'Dra. Priya Raman, laboratorio' },
    vendor: { en: 'LabCore, version 9', es: 'LabCore, versión 9' },
    location: { en: 'Data centre Aurora, rack 14', es: 'Centro de datos Aurora, bastidor 14' },
    criticality: 'critical',
    dataClass: 'regulated',
    agreement: {
      en: 'Own operation; maintenance contract with a BAA of 2021',
      es: 'Operación propia; contrato de mantenimiento con un BAA de 2021',
    },
    signIn: 'own-accounts',
    backup: { en: 'Nightly to a disk in the same rack', es: 'Cada noche a un disco del mismo bastidor' },
    lifecycle: 'to-be-replaced',
    contractEnd: '2027-03-31',
    supportEnd: '2027-01-31',
    on: ['site-vpn'],
    notes: {
      en: 'The lease of the data centre ends with March 2027. Moving it is the reason for phase 2.',
      es: 'El alquiler del centro de datos termina en marzo de 2027. Su traslado es el motivo de la fase 2.',
    },
  },
  {
    key: 'imaging',
    name: { en: 'Imaging archive', es: 'Archivo de imágenes' },
    kind: 'data-centre',
    purpose: {
      en: 'X-ray and MRI studies, 42 TB, and the viewer of the radiologists',
      es: 'Estudios de rayos X y resonancia, 42 TB, y el visor de los radiólogos',
    },
    owner: { en: 'Tom Becker, radiology', es: 'Tom Becker, radiología' },
    vendor: 'OpenPACS',
    location: { en: 'Data centre Aurora, rack 15', es: 'Centro de datos Aurora, bastidor 15' },
    criticality: 'high',
    dataClass: 'regulated',
    agreement: { en: 'Own operation', es: 'Operación propia' },
    signIn: 'own-accounts',
    backup: '',
    lifecycle: 'in-use',
    contractEnd: '2027-03-31',
    on: ['site-vpn', 'laboratory'],
    aws: ['acme-health-backups'],
  },
  {
    key: 'portal',
    name: { en: 'Patient portal', es: 'Portal del paciente' },
    kind: 'platform',
    purpose: { en: 'Appointments and messages of patients', es: 'Citas y mensajes de los pacientes' },
    owner: { en: 'Lena Fischer, digital products', es: 'Lena Fischer, productos digitales' },
    vendor: 'Aptible',
    location: { en: 'us-east-1, run by Aptible', es: 'us-east-1, a cargo de Aptible' },
    criticality: 'high',
    dataClass: 'regulated',
    agreement: { en: 'BAA with Aptible of 2023-06-01', es: 'BAA con Aptible del 2023-06-01' },
    signIn: 'directory',
    backup: {
      en: 'Daily by the platform, restored in test in May 2026',
      es: 'Diaria, de la plataforma; restauración de prueba en mayo de 2026',
    },
    lifecycle: 'in-use',
    contractEnd: '2027-06-01',
    on: ['directory', 'laboratory'],
  },
  {
    key: 'analytics',
    name: { en: 'App analytics', es: 'Analítica de la aplicación' },
    kind: 'analytics',
    purpose: {
      en: 'Events of the mobile app in Firebase, exported to BigQuery for the product team',
      es: 'Eventos de la aplicación móvil en Firebase, exportados a BigQuery para el equipo de producto',
    },
    owner: '',
    vendor: 'Google Cloud (Firebase, BigQuery)',
    location: '',
    criticality: 'medium',
    dataClass: 'regulated',
    agreement: '',
    signIn: 'own-accounts',
    lifecycle: 'in-use',
    on: ['portal'],
    notes: {
      en: 'Events carry the record number of the patient. The project belongs to the account of a developer who left.',
      es: 'Los eventos llevan el número de historia del paciente. El proyecto es de la cuenta de un desarrollador que se fue.',
    },
  },
  {
    key: 'ticketing',
    name: { en: 'Ticketing', es: 'Gestión de solicitudes' },
    kind: 'saas',
    purpose: {
      en: 'Requests of the clinics and changes of IT',
      es: 'Solicitudes de las clínicas y cambios de TI',
    },
    owner: { en: 'Marta Olsen, IT operations', es: 'Marta Olsen, operaciones de TI' },
    vendor: 'Jira Service Management',
    location: { en: 'United States, vendor regions', es: 'Estados Unidos, regiones del proveedor' },
    criticality: 'medium',
    dataClass: 'confidential',
    signIn: 'directory',
    backup: { en: 'Monthly export', es: 'Exportación mensual' },
    lifecycle: 'in-use',
    contractEnd: '2027-09-15',
    on: ['directory'],
  },
  {
    key: 'billing',
    name: { en: 'Billing', es: 'Facturación' },
    kind: 'saas',
    purpose: {
      en: 'Claims to insurers and invoices to patients',
      es: 'Reclamaciones a aseguradoras y facturas a pacientes',
    },
    owner: { en: 'Robert Hale, finance', es: 'Robert Hale, finanzas' },
    vendor: 'ClaimPath',
    location: null,
    criticality: 'critical',
    dataClass: 'regulated',
    agreement: { en: 'BAA of 2022-10-03', es: 'BAA del 2022-10-03' },
    signIn: 'own-accounts',
    backup: null,
    lifecycle: 'in-use',
    contractEnd: '2026-12-31',
    on: ['laboratory'],
    aws: ['arn:aws:s3:::acme-health-claims-documents'],
  },
  {
    key: 'payroll',
    name: { en: 'HR and payroll', es: 'Recursos humanos y nóminas' },
    kind: 'saas',
    purpose: {
      en: 'Employees, contracts, payroll; says who joins and who leaves',
      es: 'Empleados, contratos y nóminas; dice quién entra y quién se va',
    },
    owner: { en: 'Sofia Marín, human resources', es: 'Sofia Marín, recursos humanos' },
    vendor: 'PeopleDesk',
    location: { en: 'United States', es: 'Estados Unidos' },
    criticality: null,
    dataClass: 'confidential',
    signIn: null,
    backup: null,
    lifecycle: 'in-use',
    contractEnd: null,
    on: ['directory'],
  },
];

/** Writes them into the open engagement; gives their ids by key. */
export async function fillSystems(client: Client<Contract>): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { key, on = [], aws = [], ...fields } of spoken(sampleSystems, await languageOf(client))) {
    const dependsOn = [
      ...on.map((system) => ({ kind: 'system' as const, id: ids.get(system)! })),
      ...aws.map((name) => ({ kind: 'aws' as const, name })),
    ];
    const { id } = await client.inventory.save({ fields: { ...fields, dependsOn } });
    ids.set(key, id);
  }
  return ids;
}
