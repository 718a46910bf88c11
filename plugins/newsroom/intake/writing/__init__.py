"""Writing into the content folder: new articles and the next plan."""
