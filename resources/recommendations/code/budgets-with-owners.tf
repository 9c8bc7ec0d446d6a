variable "account_id" { type = string }
variable "monthly_usd" { type = number }
variable "owner_email" { type = string }

resource "aws_budgets_budget" "account" {
  name         = "account-${var.account_id}"
  budget_type  = "COST"
  limit_amount = tostring(var.monthly_usd)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
  cost_filter {
    name   = "LinkedAccount"
    values = [var.account_id]
  }
  notification {
    comparison_operator        = "GREATER_THAN"
    notification_type          = "FORECASTED"
    threshold                  = 100
    threshold_type             = "PERCENTAGE"
    subscriber_email_addresses = [var.owner_email]
  }
}
