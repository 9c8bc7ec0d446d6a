variable "name" { type = string }
variable "image" { type = string }
variable "execution_role_arn" { type = string }
variable "task_role_arn" { type = string }

resource "aws_ecs_task_definition" "service" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  execution_role_arn       = var.execution_role_arn
  task_role_arn            = var.task_role_arn
  container_definitions = jsonencode([{
    name                   = var.name
    image                  = var.image
    essential              = true
    user                   = "10001"
    privileged             = false
    readonlyRootFilesystem = true
  }])
}
