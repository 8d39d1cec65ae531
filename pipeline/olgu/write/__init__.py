"""Room 5: Facts → tables. One schema; csv, jsonl, parquet, data package."""
