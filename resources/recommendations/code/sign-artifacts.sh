# Changes: adds a signature and an attestation to the registry. The image itself stays as it is.
set -euo pipefail
: "${IMAGE:?name@sha256:...}" "${KEY:?awskms:///alias/...}"
# Look first: what is in the image, and whether it is signed already.
syft "$IMAGE" -o cyclonedx-json=bom.json
cosign verify --key "$KEY" "$IMAGE" || true
[ "${APPLY:-}" = yes ] || exit 0
cosign sign --yes --key "$KEY" "$IMAGE"
cosign attest --yes --key "$KEY" --type cyclonedx --predicate bom.json "$IMAGE"
