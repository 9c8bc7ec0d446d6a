# Reads only, with a role that may only read. Exit code 2: there is drift.
set -euo pipefail
terraform init -input=false -lockfile=readonly >/dev/null
code=0
terraform plan -refresh-only -detailed-exitcode -input=false -lock=false -out=drift.tfplan >/dev/null || code=$?
if [ "$code" -eq 2 ]; then
  # Addresses alone, since values may be secret.
  terraform show -json drift.tfplan | jq -r '.resource_drift[]?.address'
fi
exit "$code"
