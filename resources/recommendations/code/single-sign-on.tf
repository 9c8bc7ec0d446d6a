variable "instance_arn" { type = string }
variable "developers_group_id" { type = string }
variable "account_id" { type = string }

resource "aws_ssoadmin_permission_set" "develop" {
  name             = "Develop"
  instance_arn     = var.instance_arn
  session_duration = "PT8H"
}

resource "aws_ssoadmin_managed_policy_attachment" "develop" {
  instance_arn       = var.instance_arn
  permission_set_arn = aws_ssoadmin_permission_set.develop.arn
  managed_policy_arn = "arn:aws:iam::aws:policy/PowerUserAccess"
}

resource "aws_ssoadmin_account_assignment" "develop" {
  instance_arn       = var.instance_arn
  permission_set_arn = aws_ssoadmin_permission_set.develop.arn
  principal_type     = "GROUP"
  principal_id       = var.developers_group_id
  target_type        = "AWS_ACCOUNT"
  target_id          = var.account_id
}
