"""Room 4: findings → Facts. What is measured, predicate, role, status, time, place, speaker, identity."""
