# Reads only. Volumes of io1, io2 and standard with size, IOPS and what they are attached to.
set -euo pipefail
aws ec2 describe-volumes --filters Name=volume-type,Values=io1,io2,standard \
  --query 'Volumes[].[VolumeId,VolumeType,Size,Iops,MultiAttachEnabled,Attachments[0].InstanceId]' --output table
