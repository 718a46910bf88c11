"""A Word document made plain: changes accepted, boxes and fields opened, pictures in one form."""
