"""Whether files are as they were written: manifests, bags, and the chain of a review log.

Bytes and hashes by name in, faults out. Nothing here opens a file, writes or prints; the commands
``verify``, ``export``, ``sign`` and ``review-log`` do that.
"""
