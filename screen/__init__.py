"""From a Report to Streamlit: the filter bar, tiles, charts, tables and passports."""
