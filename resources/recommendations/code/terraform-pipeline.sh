# Changes: infrastructure, by exactly the plan that was shown. The steps of a pipeline.
set -euo pipefail
terraform init -input=false -lockfile=readonly
terraform fmt -check -recursive
terraform validate
# Look first: the plan is a file, and what a person approves.
terraform plan -input=false -lock-timeout=5m -out=change.tfplan
terraform show -no-color change.tfplan > change.txt
[ "${APPLY:-}" = yes ] || exit 0
terraform apply -input=false change.tfplan
