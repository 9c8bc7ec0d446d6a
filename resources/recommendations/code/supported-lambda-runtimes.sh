# Reads only. Functions of this region by runtime.
set -euo pipefail
aws lambda list-functions --query 'sort_by(Functions[?Runtime],&Runtime)[].[Runtime,FunctionName,LastModified]' \
  --output table
