"""The communication plan (kế hoạch truyền thông): school, groups, board, quotas, deadlines."""
