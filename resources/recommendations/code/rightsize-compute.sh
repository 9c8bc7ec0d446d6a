# Reads only. Over-provisioned instances of this account with the first option of Compute Optimizer.
set -euo pipefail
aws compute-optimizer get-enrollment-status
aws compute-optimizer get-ec2-instance-recommendations --filters name=Finding,values=Overprovisioned \
  --query 'instanceRecommendations[].[instanceName,currentInstanceType,recommendationOptions[0].instanceType,recommendationOptions[0].performanceRisk]' \
  --output table
