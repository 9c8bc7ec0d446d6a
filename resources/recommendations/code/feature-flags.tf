variable "application" { type = string }

resource "aws_appconfig_application" "product" {
  name = var.application
}

resource "aws_appconfig_configuration_profile" "flags" {
  application_id = aws_appconfig_application.product.id
  name           = "flags"
  location_uri   = "hosted"
  type           = "AWS.AppConfig.FeatureFlags"
}

resource "aws_appconfig_deployment_strategy" "gradual" {
  name                           = "ten-minutes"
  deployment_duration_in_minutes = 10
  final_bake_time_in_minutes     = 10
  growth_factor                  = 20
  replicate_to                   = "NONE"
}
