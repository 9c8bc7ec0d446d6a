/**
 * The smallest `count` values in order, without sorting the rest (Hoare's selection). Changes the array. A screen
 * shows fifty of half a million rows; sorting all of them takes twenty times as long.
 */
export function smallest(values: Float64Array, count: number): Float64Array {
  if (count < values.length) select(values, count);
  return values.subarray(0, Math.min(count, values.length)).sort();
}

/** Moves the smallest `count` values to the front, in no order. */
function select(values: Float64Array, count: number): void {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = medianOfThree(values[left]!, values[(left + right) >> 1]!, values[right]!);
    let low = left;
    let high = right;
    while (low <= high) {
      while (values[low]! < pivot) low++;
      while (values[high]! > pivot) high--;
      if (low > high) break;
      const swapped = values[low]!;
      values[low++] = values[high]!;
      values[high--] = swapped;
    }
    if (count - 1 <= high) right = high;
    else if (count - 1 >= low) left = low;
    else return;
  }
}

const medianOfThree = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
