import { type FileButtonProps, FileButton as MantineFileButton } from '@mantine/core';
import { useRef } from 'react';

/** Chooses files; the same one, corrected meanwhile, can be chosen once more. */
export function FileButton<Multiple extends boolean = false>({
  onChange,
  ...rest
}: Omit<FileButtonProps<Multiple>, 'resetRef'>) {
  const again = useRef<() => void>(null);
  return (
    <MantineFileButton<Multiple>
      {...rest}
      resetRef={again}
      onChange={(chosen) => {
        onChange(chosen);
        again.current?.();
      }}
    />
  );
}
