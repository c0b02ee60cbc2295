"""From a page's declaration and the filters to a finished, frozen Report."""
