/** Addresses that the security groups of the estate let in. */
export const INSIDE = '10.0.0.0/8';
export const CLINICS = '198.51.100.0/24';
export const OFFICE = '192.0.2.0/26';
