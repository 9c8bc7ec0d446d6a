# Reads only. Resources of this region that lack the tag.
set -euo pipefail
: "${KEY:=Owner}"
aws resourcegroupstaggingapi get-resources \
  --query "ResourceTagMappingList[?!not_null(Tags[?Key=='$KEY'] | [0])].ResourceARN" --output text | tr '\t' '\n'
