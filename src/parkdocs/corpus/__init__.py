"""Work over whole corpora: many records at a time, in bounded memory."""
