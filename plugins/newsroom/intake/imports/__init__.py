"""Reading and writing what an import brought: the files of content/nhap/, one a decision."""
