variable "availability_zone" { type = string }
variable "size_gib" { type = number }

resource "aws_ebs_volume" "data" {
  availability_zone = var.availability_zone
  size              = var.size_gib
  type              = "gp3"
  iops              = 3000
  # Above 170 GiB, gp2 reached 250 MiB/s.
  throughput = var.size_gib > 170 ? 250 : 125
  encrypted  = true
}
