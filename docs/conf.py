"""How Sphinx builds the course site; `release/site.py` calls it."""

from docutils import nodes

project = "Deep neural networks, step by step, in NumPy"
copyright = "the authors of the course. Code: BSD 3-Clause. Text and pictures: CC BY 4.0"
language = "en"
highlight_language = "none"  # of a block that names none

# MathJax from a package, so that the pages ask nobody but their own server for anything.
extensions = ["myst_nb", "sphinx-mathjax-offline"]
myst_enable_extensions = ["amsmath", "dollarmath"]
myst_heading_anchors = 4
nb_execution_mode = "off"

html_theme = "sphinx_book_theme"
html_title = "Deep networks, step by step"
html_static_path = ["_static"]
html_favicon = "_static/favicon.svg"
html_css_files = ["course.css"]
html_context = {"default_mode": "auto"}  # light or dark, as the reader's system is
html_copy_source = False
html_show_sphinx = False
html_use_index = False
html_theme_options = {
    "use_download_button": False,  # of the notebook alone; ours brings what it needs
    "use_fullscreen_button": False,
    "show_toc_level": 2,
    "home_page_in_toc": True,
    "footer_content_items": ["copyright.html"],
}


def keep_tags(app, doctree):
    """Give a numbered formula to MathJax as it stands.

    Sphinx would put one with several lines, or with a matrix, into a `split`, where MathJax
    refuses the `\\tag` of the number.
    """
    for node in doctree.findall(nodes.math_block):
        if r"\tag" in node.astext():
            node["no-wrap"] = True
            node.children = [nodes.Text(rf"\[{node.astext()}\]")]


def setup(app):
    app.connect("doctree-read", keep_tags)
