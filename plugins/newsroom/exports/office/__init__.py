"""Word documents and workbooks in the form that offices ask for (Decree 30/2020)."""
