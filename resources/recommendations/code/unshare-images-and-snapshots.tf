resource "aws_ebs_snapshot_block_public_access" "region" {
  state = "block-all-sharing"
}

resource "aws_ec2_image_block_public_access" "region" {
  state = "block-new-sharing"
}
