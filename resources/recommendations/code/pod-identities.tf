variable "cluster" { type = string }
variable "namespace" { type = string }
variable "service_account" { type = string }

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]
    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

# Attach a policy with the actions that CloudTrail shows for this application.
resource "aws_iam_role" "application" {
  name               = "${var.cluster}-${var.service_account}"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_eks_pod_identity_association" "application" {
  cluster_name    = var.cluster
  namespace       = var.namespace
  service_account = var.service_account
  role_arn        = aws_iam_role.application.arn
}
