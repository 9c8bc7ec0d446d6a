# Reads only. Checks a plan against rules; a rule that is broken ends with an exit code other than 0.
set -euo pipefail
terraform plan -input=false -lock=false -out=change.tfplan
terraform show -json change.tfplan > change.json
checkov --file change.json --compact --quiet
conftest test change.json --policy policy/
