# Changes: envelope encryption for one cluster. It cannot be undone.
set -euo pipefail
: "${CLUSTER:?}" "${KEY_ARN:?}"
# Look first.
aws eks describe-cluster --name "$CLUSTER" --query 'cluster.encryptionConfig'
aws kms describe-key --key-id "$KEY_ARN" --query 'KeyMetadata.[KeyState,KeyManager,MultiRegion]'
[ "${APPLY:-}" = yes ] || exit 0
update=$(aws eks associate-encryption-config --cluster-name "$CLUSTER" \
  --encryption-config "[{\"resources\":[\"secrets\"],\"provider\":{\"keyArn\":\"$KEY_ARN\"}}]" \
  --query update.id --output text)
status() { aws eks describe-update --name "$CLUSTER" --update-id "$update" --query update.status --output text; }
while [ "$(status)" = InProgress ]; do sleep 30; done
[ "$(status)" = Successful ]
# Only what is written from now on is encrypted, so write everything again.
kubectl get secrets --all-namespaces -o json | kubectl replace -f -
