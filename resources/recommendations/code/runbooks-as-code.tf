resource "aws_ssm_document" "restart_service" {
  name            = "restart-service"
  document_type   = "Automation"
  document_format = "YAML"
  content         = <<-YAML
    schemaVersion: '0.3'
    description: Replaces the tasks of one ECS service.
    parameters:
      Cluster: { type: String }
      Service: { type: String }
    mainSteps:
      - name: deploy
        action: aws:executeAwsApi
        inputs:
          Service: ecs
          Api: UpdateService
          cluster: '{{ Cluster }}'
          service: '{{ Service }}'
          forceNewDeployment: true
  YAML
}
