"""A Word document made plain: changes accepted, boxes and fields opened, looks worked out."""
