"""lawmap's recogniser of citations beside eyecite and citeurl, on contexts labelled by hand."""
