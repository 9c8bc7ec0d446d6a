export {
  ListServiceQuotasCommand,
  ServiceQuotasClient as Client,
} from '@aws-sdk/client-service-quotas';
