"""Room 3: Doc → findings. Numerals, quantities, times, names, speech; one file each."""
