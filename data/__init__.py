"""The ledger: its columns, reading, checking, publishing and opening of snapshots."""
