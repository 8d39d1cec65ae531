"""Room 2: Article → spaCy Doc. Turkish casing, tokenizer, sentences, light morphology."""
