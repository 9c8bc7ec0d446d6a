# Reads only. Reservations of this region with their end, soonest first.
set -euo pipefail
aws ec2 describe-reserved-instances --filters Name=state,Values=active \
  --query 'sort_by(ReservedInstances,&End)[].[End,InstanceType,InstanceCount,Scope,ProductDescription,ReservedInstancesId]' \
  --output table
