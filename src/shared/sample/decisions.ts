import type { Client } from '../contract/define.ts';
import type { Contract } from '../contract/index.ts';
import type { DecisionScope, DecisionVerdict } from '../model/decision.ts';
import { at } from './clock.ts';
import { languageOf, spoken, type Words } from './words.ts';

/** A finding of Acme Health by what everybody calls it. */
interface Target {
  check: string;
  /** Name of the resource. */
  name: string;
}

interface SampleDecision {
  /** A finding to begin from; `to` widens it. */
  target: Target;
  to?: 'resource' | 'check' | 'account' | { tag: string; everyCheck?: boolean };
  verdict: DecisionVerdict;
  reason: Words;
  /** Empty where nobody was named. */
  owner: Words | '';
  expires: string | null;
}

/** What was agreed before the diagnosis was written; it has run out since. */
const early: SampleDecision[] = [
  {
    target: { check: 'ebs-volume-unencrypted', name: 'claims-migration-scratch' },
    to: 'resource',
    verdict: 'accepted-risk',
    reason: {
      en: 'Synthetic claims only. The volume goes when the migration is signed off.',
      es: 'Solo reclamaciones sintéticas. El volumen desaparece cuando se dé por buena la migración.',
    },
    owner: { en: 'Claims team', es: 'Equipo de reclamaciones' },
    expires: '2026-10-15',
  },
];

/** What was agreed in the review after the second scan. */
const later: SampleDecision[] = [
  {
    target: { check: 's3-bucket-public', name: 'acme-health-portal-assets' },
    verdict: 'accepted-risk',
    reason: {
      en: 'The bucket holds the logos and style sheets of the public portal and nothing else; the content team cannot write patient data there. It moves behind CloudFront with the redesign.',
      es: 'El bucket contiene los logotipos y las hojas de estilo del portal público y nada más; el equipo de contenidos no puede escribir ahí datos de pacientes. Pasa a estar detrás de CloudFront con el rediseño.',
    },
    owner: { en: 'Marta Vidal, Digital', es: 'Marta Vidal, área digital' },
    expires: '2027-06-30',
  },
  {
    target: { check: 'ecs-privileged-container', name: 'virus-scanner' },
    verdict: 'accepted-risk',
    reason: {
      en: 'The vendor supports its scanner only as a privileged container. The task has a cluster, a subnet and a role of its own, and no route to the databases.',
      es: 'El proveedor solo da soporte a su antivirus como contenedor privilegiado. La tarea tiene un clúster, una subred y un rol propios, y ninguna ruta hacia las bases de datos.',
    },
    owner: { en: 'Tom Becker, Platform', es: 'Tom Becker, plataforma' },
    expires: '2027-03-01',
  },
  {
    target: { check: 'rds-single-az', name: 'portal-db-staging' },
    to: { tag: 'environment' },
    verdict: 'accepted-risk',
    reason: {
      en: 'Staging databases are made anew from a snapshot within the hour. Nobody pays for a standby there.',
      es: 'Las bases de datos de preproducción se vuelven a crear desde una instantánea en una hora. Nadie paga allí una réplica en espera.',
    },
    owner: { en: 'Tom Becker, Platform', es: 'Tom Becker, plataforma' },
    expires: null,
  },
  {
    target: { check: 'vpc-flow-logs', name: 'acme-staging' },
    to: 'account',
    verdict: 'accepted-risk',
    reason: {
      en: 'Flow logs of staging were weighed against their cost and left out; production and data have them.',
      es: 'Los registros de flujo de preproducción se sopesaron frente a su coste y se dejaron fuera; producción y datos los tienen.',
    },
    owner: { en: 'Ines Roca, Security', es: 'Ines Roca, seguridad' },
    expires: '2027-12-31',
  },
  {
    target: { check: 'ebs-volume-of-stopped-instance', name: 'lis-feed-dr' },
    verdict: 'accepted-risk',
    reason: {
      en: 'The instance is the cold standby of the laboratory feed. It is started in the yearly recovery drill.',
      es: 'La instancia es la reserva en frío de los datos del laboratorio. Se arranca en el simulacro anual de recuperación.',
    },
    owner: { en: 'Joan Pascual, Laboratory systems', es: 'Joan Pascual, sistemas de laboratorio' },
    expires: '2027-09-30',
  },
  {
    target: { check: 'vpc-network-acl-admin-ports', name: '' },
    to: 'check',
    verdict: 'false-positive',
    reason: {
      en: 'Network ACLs are left at their default by design. Access is governed by security groups, which have checks of their own.',
      es: 'Las ACL de red se dejan por diseño en sus valores predeterminados. El acceso lo rigen los grupos de seguridad, que tienen sus propias comprobaciones.',
    },
    owner: { en: 'Ines Roca, Security', es: 'Ines Roca, seguridad' },
    expires: null,
  },
  {
    target: { check: 'lambda-environment-credential', name: 'bigquery-export' },
    verdict: 'false-positive',
    reason: {
      en: 'The variable holds the name of a secret, not the secret: the function reads it from Secrets Manager.',
      es: 'La variable contiene el nombre de un secreto, no el secreto: la función lo lee de Secrets Manager.',
    },
    owner: '',
    expires: null,
  },
  {
    target: { check: 'rds-storage-oversized', name: 'warehouse' },
    verdict: 'false-positive',
    reason: {
      en: 'The free space fills in January, when the year is loaded again. Twelve months of metrics show it.',
      es: 'El espacio libre se llena en enero, cuando se vuelve a cargar el año. Doce meses de métricas lo muestran.',
    },
    owner: { en: 'Data team', es: 'Equipo de datos' },
    expires: '2027-02-28',
  },
  {
    target: { check: 'rds-instance-unencrypted', name: 'portal-db-staging' },
    verdict: 'will-fix',
    reason: {
      en: 'Made anew from an encrypted copy of its snapshot in the January release window.',
      es: 'Se vuelve a crear desde una copia cifrada de su instantánea en la ventana de cambios de enero.',
    },
    owner: { en: 'Tom Becker, Platform', es: 'Tom Becker, plataforma' },
    expires: '2027-01-31',
  },
  {
    target: { check: 'rds-instance-backup-retention', name: 'qa-db' },
    verdict: 'will-fix',
    reason: {
      en: 'The Terraform module for databases sets seven days; this one is imported into it next sprint.',
      es: 'El módulo de Terraform para bases de datos fija siete días; esta se importa en él en el próximo sprint.',
    },
    owner: { en: 'Tom Becker, Platform', es: 'Tom Becker, plataforma' },
    expires: null,
  },
  {
    target: { check: 'iam-password-unused', name: 'john.smith' },
    verdict: 'will-fix',
    reason: {
      en: 'He left in spring. HR and IT agree on one leavers list; the user goes with it.',
      es: 'Se fue en primavera. Recursos humanos y TI acuerdan una sola lista de bajas; el usuario se elimina con ella.',
    },
    owner: { en: 'Ines Roca, Security', es: 'Ines Roca, seguridad' },
    expires: '2027-01-15',
  },
  {
    target: { check: 'organizations-account-unguarded', name: 'acme-sandbox' },
    verdict: 'fixed-elsewhere',
    reason: {
      en: 'The guardrails are attached by the landing zone project, whose change is approved for December.',
      es: 'Las barreras de protección las añade el proyecto de landing zone, cuyo cambio está aprobado para diciembre.',
    },
    owner: { en: 'Landing zone project', es: 'Proyecto de landing zone' },
    expires: '2026-12-31',
  },
  {
    target: { check: 'lambda-runtime-deprecated', name: 'lis-result-router' },
    verdict: 'fixed-elsewhere',
    reason: {
      en: 'The vendor ships the function with its release 8.2, which brings a supported runtime.',
      es: 'El proveedor entrega la función con su versión 8.2, que trae un entorno de ejecución con soporte.',
    },
    owner: { en: 'Joan Pascual, Laboratory systems', es: 'Joan Pascual, sistemas de laboratorio' },
    expires: null,
  },
];

const comments: (Target & { text: Words })[] = [
  {
    check: 's3-bucket-public',
    name: 'acme-health-portal-assets',
    text: {
      en: 'Looked at every key with Marta: images, fonts, two PDFs with the opening hours. No upload form writes here.',
      es: 'Revisadas con Marta todas las claves: imágenes, tipos de letra y dos PDF con los horarios. Ningún formulario de subida escribe aquí.',
    },
  },
  {
    check: 's3-bucket-public',
    name: 'acme-health-portal-assets',
    text: {
      en: 'CloudFront with origin access control is in the plan of the redesign (DIG-412).',
      es: 'CloudFront con control de acceso al origen está en el plan del rediseño (DIG-412).',
    },
  },
  {
    check: 'ecs-privileged-container',
    name: 'virus-scanner',
    text: {
      en: 'Asked the vendor for a build without privileges. Answer of 12 October: not before version 6.',
      es: 'Pedida al proveedor una compilación sin privilegios. Respuesta del 12 de octubre: no antes de la versión 6.',
    },
  },
  {
    check: 'rds-instance-unencrypted',
    name: 'portal-db-staging',
    text: {
      en: 'Rehearsed on a copy: 40 minutes with the snapshot of today. The window of two hours is enough.',
      es: 'Ensayado con una copia: 40 minutos con la instantánea de hoy. La ventana de dos horas basta.',
    },
  },
  {
    check: 'lambda-environment-credential',
    name: 'bigquery-export',
    text: {
      en: 'Confirmed in the code: `secretsmanager:GetSecretValue` at start, cached for an hour.',
      es: 'Confirmado en el código: `secretsmanager:GetSecretValue` al arrancar, en caché durante una hora.',
    },
  },
  {
    check: 'iam-user-mfa',
    name: 'dev-shared',
    text: {
      en: 'Three people know this password. They get users of their own in Okta; until then the key is off at night.',
      es: 'Tres personas conocen esta contraseña. Tendrán usuarios propios en Okta; hasta entonces la clave se desactiva de noche.',
    },
  },
];

/** Writes what was agreed before the diagnosis, on the day that the clock of the sample shows. */
export const fillEarlyDecisions = (client: Client<Contract>): Promise<void> => decide(client, early);

/** Writes the decisions and comments of the review. What the newest snapshot does not have is passed over. */
export async function fillDecisions(client: Client<Contract>): Promise<void> {
  await at(client, '2026-11-19T10:15:00Z');
  await decide(client, later);
  await at(client, '2026-11-19T16:05:00Z');
  for (const { text, ...target } of spoken(comments, await languageOf(client))) {
    const finding = await findingOf(client, target);
    if (finding) await client.comments.add({ finding: finding.id, text });
  }
}

async function decide(client: Client<Contract>, decisions: readonly SampleDecision[]): Promise<void> {
  for (const { target, to, ...decision } of spoken(decisions, await languageOf(client))) {
    const scope = await scopeOf(client, target, to);
    if (scope) await client.decisions.decide({ scope, ...decision });
  }
}

/** The finding of a check on the resource of that name; of any when the name is empty. */
async function findingOf(client: Client<Contract>, { check, name }: Target) {
  const { findings } = await client.findings.page({
    filter: { check: [check], status: ['fail'] },
    limit: 1000,
  });
  return findings.find(({ resource }) => name === '' || resource.name === name);
}

async function scopeOf(
  client: Client<Contract>,
  target: Target,
  to: SampleDecision['to'],
): Promise<DecisionScope | undefined> {
  const finding = await findingOf(client, target);
  if (!finding) return undefined;
  const { scopes } = await client.decisions.scopes({ finding: finding.id });
  return scopes.find(({ scope }) => {
    if (typeof to === 'object')
      return (
        scope.kind === 'tag' && scope.key === to.tag && (scope.check === null) === (to.everyCheck ?? false)
      );
    return scope.kind === (to ?? 'finding') && (scope.kind !== 'account' || scope.check !== null);
  })?.scope;
}
