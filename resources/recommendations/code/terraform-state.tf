terraform {
  backend "s3" {
    bucket       = "<state-bucket>"
    key          = "<system>/<environment>.tfstate"
    region       = "<region>"
    encrypt      = true
    use_lockfile = true
  }
}
