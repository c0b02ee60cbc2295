"""Exports: Reports → files. They work in a terminal: no Streamlit here."""
