"""Pictures and attachments of an old site: found in its uploads, put beside their article."""
