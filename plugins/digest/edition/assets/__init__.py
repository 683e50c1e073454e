"""What pages load beside their HTML: the theme's stylesheets and scripts, put together and named by what is in them."""
