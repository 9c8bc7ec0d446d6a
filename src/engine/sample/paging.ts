import { awsError } from './errors.ts';

/** How the lists of a service are given in pages. */
export interface Paging {
  /** Property of the input that says where to go on, and of the output that it comes from. */
  input: string;
  output: string;
  /** Property of the input with the length of a page; none where the caller cannot choose. */
  size?: string;
  /** Longest page that may be asked for. */
  most: number;
  /** Length of a page when the caller says nothing; else the longest. */
  usual?: number;
  /** Longest page that is given, where more may be asked for. */
  given?: number;
  /** Property that says whether there is more, where the service has one. */
  more?: string;
  /** What stands for a token on the last page. */
  end?: string;
  wrongToken: (token: string) => Error;
  wrongSize: (size: number) => Error;
}

/** Errors of services that have one code for a wrong token and one for a wrong size. */
const errors = (tokenCode: string, tokenWords: string, sizeCode: string, status = 400) => ({
  wrongToken: () => awsError(tokenCode, tokenWords, status),
  wrongSize: (size: number) => awsError(sizeCode, `The page size ${size} is out of range.`, status),
});

export const ec2: Paging = {
  input: 'NextToken',
  output: 'NextToken',
  size: 'MaxResults',
  most: 1000,
  ...errors('InvalidNextToken', 'The specified NextToken is not valid.', 'InvalidParameterValue'),
};

export const autoScaling: Paging = {
  input: 'NextToken',
  output: 'NextToken',
  size: 'MaxRecords',
  most: 100,
  usual: 50,
  ...errors('InvalidNextToken', 'The NextToken value is not valid.', 'ValidationError'),
};

export const cloudwatch: Paging = {
  input: 'NextToken',
  output: 'NextToken',
  size: 'MaxRecords',
  most: 100,
  usual: 50,
  ...errors('InvalidNextToken', 'The next token specified is invalid.', 'InvalidParameterValueException'),
};

export const logs: Paging = {
  input: 'nextToken',
  output: 'nextToken',
  size: 'limit',
  most: 50,
  ...errors('InvalidParameterException', 'The specified nextToken is invalid.', 'InvalidParameterException'),
};

export const ecs: Paging = {
  input: 'nextToken',
  output: 'nextToken',
  size: 'maxResults',
  most: 100,
  ...errors('InvalidParameterException', 'Invalid token.', 'InvalidParameterException'),
};

export const eks: Paging = {
  input: 'nextToken',
  output: 'nextToken',
  size: 'maxResults',
  most: 100,
  ...errors('InvalidParameterException', 'Invalid nextToken.', 'InvalidParameterException'),
};

export const elb: Paging = {
  input: 'Marker',
  output: 'NextMarker',
  size: 'PageSize',
  most: 400,
  ...errors('ValidationError', 'The marker is not valid.', 'ValidationError'),
};

export const iam: Paging = {
  input: 'Marker',
  output: 'Marker',
  size: 'MaxItems',
  most: 1000,
  usual: 100,
  more: 'IsTruncated',
  ...errors('ValidationError', 'Invalid Marker.', 'ValidationError'),
};

export const kms: Paging = {
  input: 'Marker',
  output: 'NextMarker',
  size: 'Limit',
  most: 1000,
  usual: 100,
  more: 'Truncated',
  ...errors('InvalidMarkerException', 'The marker is invalid.', 'ValidationException'),
};

export const lambda: Paging = {
  input: 'Marker',
  output: 'NextMarker',
  size: 'MaxItems',
  most: 10_000,
  given: 50,
  ...errors('InvalidParameterValueException', 'Invalid marker.', 'InvalidParameterValueException'),
};

export const organizations: Paging = {
  input: 'NextToken',
  output: 'NextToken',
  size: 'MaxResults',
  most: 20,
  ...errors('InvalidInputException', 'You specified an invalid value.', 'InvalidInputException'),
};

export const rds: Paging = {
  input: 'Marker',
  output: 'Marker',
  size: 'MaxRecords',
  most: 100,
  ...errors('InvalidParameterValue', 'Invalid value for the marker parameter.', 'InvalidParameterValue'),
};

export const tagging: Paging = {
  input: 'PaginationToken',
  output: 'PaginationToken',
  size: 'ResourcesPerPage',
  most: 100,
  usual: 50,
  // The only service here that ends with an empty token.
  end: '',
  ...errors(
    'PaginationTokenExpiredException',
    'The specified PaginationToken has expired.',
    'InvalidParameterException',
  ),
};

export const buckets: Paging = {
  input: 'ContinuationToken',
  output: 'ContinuationToken',
  size: 'MaxBuckets',
  most: 10_000,
  ...errors('InvalidArgument', 'The continuation token provided is incorrect', 'InvalidArgument'),
};

export const quotas: Paging = {
  input: 'NextToken',
  output: 'NextToken',
  size: 'MaxResults',
  most: 100,
  ...errors('InvalidPaginationTokenException', 'Invalid token was used.', 'IllegalArgumentException'),
};
