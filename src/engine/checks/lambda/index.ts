import { lambdaEnvironmentCredential } from './lambda-environment-credential.ts';
import { lambdaErrors } from './lambda-errors.ts';
import { lambdaFunctionPublic } from './lambda-function-public.ts';
import { lambdaRuntimeDeprecated } from './lambda-runtime-deprecated.ts';
import { lambdaSingleAz } from './lambda-single-az.ts';
import { lambdaThrottled } from './lambda-throttled.ts';
import { lambdaUnused } from './lambda-unused.ts';
import { lambdaUrlWithoutAuth } from './lambda-url-without-auth.ts';

export const lambdaChecks = [
  lambdaFunctionPublic,
  lambdaUrlWithoutAuth,
  lambdaEnvironmentCredential,
  lambdaRuntimeDeprecated,
  lambdaSingleAz,
  lambdaThrottled,
  lambdaErrors,
  lambdaUnused,
];
