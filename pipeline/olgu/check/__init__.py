"""Tables against tables: score against gold, differences, and the gate that keeps them from getting worse."""
