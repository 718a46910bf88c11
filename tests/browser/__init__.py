"""Pages as people and programs meet them: a real browser, axe-core, the Nu HTML checker."""
