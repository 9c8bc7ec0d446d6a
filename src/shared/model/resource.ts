/** Where a resource lives. `region` is `global` for services without regions. */
export interface Place {
  account: string;
  region: string;
}

/** One thing in the cloud. Its identity is account + region + ARN + type. */
export interface ResourceIdentity extends Place {
  /** CloudFormation type name, such as `AWS::EC2::Volume`. */
  type: string;
  arn: string;
  /** What a person calls it: its Name tag, else the id. */
  name: string;
}

export type Tags = Record<string, string>;
