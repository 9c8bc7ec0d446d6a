/** A start script of 2021, with everything in it. The keys are the example keys of the AWS documentation. */
export const bootScript = `#!/bin/bash
yum install -y docker
export DB_HOST=portal-db.c9akciq32rgd.us-east-1.rds.amazonaws.com
export DB_PASSWORD=Wint3r-is-here-2021
export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE
export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
docker run -d -p 8080:8080 acme/portal:stable
`;

/** What became of it. */
export const plainScript = `#!/bin/bash
dnf install -y docker
docker run -d -p 8080:8080 --env-file /run/secrets/portal acme/portal:stable
`;
