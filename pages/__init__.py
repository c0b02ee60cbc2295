"""The pages: one file each, a declaration of what it asks. No Streamlit here."""
