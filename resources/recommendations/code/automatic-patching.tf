variable "patch_group" { type = string }

resource "aws_ssm_patch_baseline" "security" {
  name             = "security-after-3-days"
  operating_system = "AMAZON_LINUX_2023"
  approval_rule {
    approve_after_days = 3
    compliance_level   = "CRITICAL"
    patch_filter {
      key    = "CLASSIFICATION"
      values = ["Security"]
    }
  }
}

resource "aws_ssm_patch_group" "wave" {
  baseline_id = aws_ssm_patch_baseline.security.id
  patch_group = var.patch_group
}

resource "aws_ssm_association" "scan" {
  name                = "AWS-RunPatchBaseline"
  schedule_expression = "rate(1 day)"
  parameters          = { Operation = "Scan" }
  targets {
    key    = "tag:PatchGroup"
    values = [var.patch_group]
  }
}
