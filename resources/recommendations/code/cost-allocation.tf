variable "tag_keys" { type = set(string) }

# A key can be activated once it has been seen on a resource and in a bill.
resource "aws_ce_cost_allocation_tag" "standard" {
  for_each = var.tag_keys
  tag_key  = each.value
  status   = "Active"
}
